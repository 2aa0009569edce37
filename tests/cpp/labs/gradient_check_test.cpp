#include "labs/gradient_check/gradient_check.hpp"

#include <algorithm>
#include <cmath>

#include "data/synthetic.hpp"
#include "descent/random.hpp"
#include "expect.hpp"
#include "nn/initializers.hpp"

namespace dd {
namespace {

using Code = DigitGradient::Code;

/// A small digit network with weights as they are before training.
Model smallModel(Activation hidden, std::uint64_t seed) {
  Model model;
  model.architecture = {
      784, {{12, hidden}, {8, hidden}, {10, Activation::softmax}}, Loss::crossEntropy};
  Random random(seed);
  const Network<float> network(model.architecture);
  model.theta.resize(network.parameterCount());
  initialize<float>(network, Initializer::he, random, model.theta);
  return model;
}

double bestError(DigitGradient& lab, const DigitGradient::Weight& weight, Code code) {
  double best = 1;
  for (int exponent = -24; exponent <= 0; ++exponent) {
    best = std::min(best, lab.difference(weight, std::pow(10, exponent / 2.0), code).centralError);
  }
  return best;
}

TEST(DigitGradient, IsRightForWeightsOfEveryLayer) {
  for (const std::uint64_t seed : {1, 2, 3}) {
    DigitGradient lab(smallModel(Activation::relu, seed), 10, seed);
    for (std::size_t layer = 0; layer < 3; ++layer) {
      const Index fanIn = lab.architecture().fanIn(layer);
      int checked = 0;
      for (Index input = 0; input <= fanIn; ++input) {
        const DigitGradient::Weight weight{layer, 1, input};
        if (std::abs(lab.gradient(weight, Code::right)) < 1e-5) continue;
        EXPECT_LT(bestError(lab, weight, Code::right), 1e-6) << layer << ", " << input;
        if (++checked == 6) break;
      }
    }
  }
}

TEST(DigitGradient, TheErrorHasAValley) {
  DigitGradient lab(smallModel(Activation::tanh, 5), 10, 5);
  const DigitGradient::Weight weight{1, 2, 3};
  const auto error = [&](double epsilon) {
    return lab.difference(weight, epsilon, Code::right).centralError;
  };
  EXPECT_GT(error(1), 100 * error(1e-5));
  EXPECT_GT(error(1e-12), 100 * error(1e-5));
  // Truncation: of the central difference it falls with ε², of the forward one with ε.
  EXPECT_NEAR(std::log10(error(1e-1) / error(1e-2)), 2, 0.1);
  EXPECT_NEAR(std::log10(lab.difference(weight, 1e-2, Code::right).forwardError /
                         lab.difference(weight, 1e-3, Code::right).forwardError),
              1, 0.1);
  EXPECT_EQ(lab.difference(weight, 1, Code::right).kinks, 0);  // tanh has none
}

TEST(DigitGradient, FindsMistakesAtEveryEpsilon) {
  DigitGradient lab(smallModel(Activation::relu, 7), 10, 7);
  Index unit = 0;
  while (lab.gradient({1, unit, 12}, Code::right) == 0) ++unit;
  const DigitGradient::Weight bias{1, unit, 12};
  EXPECT_NEAR(lab.difference(bias, 1e-5, Code::sum).centralError, 0.9, 1e-4);
  EXPECT_GT(bestError(lab, bias, Code::sum), 0.5);
  double worst = 0;
  for (Index input = 0; input < 784; ++input) {
    const DigitGradient::Weight weight{0, 0, input};
    const double right = lab.gradient(weight, Code::right);
    worst = std::max(worst, relativeError(lab.gradient(weight, Code::slope), right));
  }
  EXPECT_GT(worst, 0.1);
  // The output layer has no hidden slope on its way.
  EXPECT_DOUBLE_EQ(lab.gradient({2, 3, 1}, Code::slope), lab.gradient({2, 3, 1}, Code::right));
}

TEST(DigitGradient, NoticesReluKinks) {
  DigitGradient lab(smallModel(Activation::relu, 9), 10, 9);
  const DigitGradient::Weight weight{0, 0, 784};
  EXPECT_GT(lab.difference(weight, 1, Code::right).kinks, 0);
  EXPECT_EQ(lab.difference(weight, 1e-9, Code::right).kinks, 0);
}

TEST(DigitGradient, WhereThereIsNeverInkBothAreZero) {
  DigitGradient lab(smallModel(Activation::relu, 11), 10, 11);
  const auto difference = lab.difference({0, 0, 0}, 1e-3, Code::right);
  EXPECT_EQ(lab.gradient({0, 0, 0}, Code::right), 0);
  EXPECT_EQ(difference.central, 0);
  EXPECT_EQ(difference.centralError, 0);
  EXPECT_EQ(lab.unitGradient(0, 0, Code::right)[0], 0);
  EXPECT_EQ(lab.unitGradient(1, 3, Code::right)[4], lab.gradient({1, 3, 4}, Code::right));
}

TEST(DigitGradient, FindsTheStrongestWeightOfALayer) {
  const DigitGradient lab(smallModel(Activation::relu, 13), 10, 13);
  for (std::size_t layer = 0; layer < 3; ++layer) {
    const double largest = std::abs(lab.gradient(lab.strongest(layer), Code::right));
    for (Index unit = 0; unit < lab.architecture().layers[layer].units; ++unit) {
      EXPECT_LE(lab.unitGradient(layer, unit, Code::right).cwiseAbs().maxCoeff(), largest);
    }
  }
  EXPECT_ERROR("noSuchItem quantity=layer index=4", lab.strongest(3));
}

TEST(DigitGradient, RefusesBadInput) {
  Model model = smallModel(Activation::relu, 1);
  EXPECT_ERROR("range quantity=samples value=0 min=1 max=100", DigitGradient(model, 0, 1));
  EXPECT_ERROR("range quantity=samples value=101 min=1 max=100", DigitGradient(model, 101, 1));
  DigitGradient lab(model, 2, 1);
  EXPECT_ERROR("noSuchItem quantity=layer index=4", lab.difference({3, 0, 0}, 1e-3, Code::right));
  EXPECT_ERROR("noSuchItem quantity=unit index=13", lab.difference({0, 12, 0}, 1e-3, Code::right));
  EXPECT_ERROR("noSuchItem quantity=input index=786",
               lab.difference({0, 0, 785}, 1e-3, Code::right));
  EXPECT_ERROR("range quantity=difference value=0 min=1e-13 max=1",
               lab.difference({0, 0, 0}, 0, Code::right));
  EXPECT_ERROR("range quantity=difference value=nan min=1e-13 max=1",
               lab.difference({0, 0, 0}, NAN, Code::right));
  EXPECT_ERROR("noSuchItem quantity=unit index=0", lab.unitGradient(0, -1, Code::right));
  model.architecture.inputs = 10;
  model.theta = Vector<float>::Zero(model.architecture.parameterCount());
  EXPECT_ERROR("digitNetwork", DigitGradient(model, 2, 1));
}

}  // namespace
}  // namespace dd
