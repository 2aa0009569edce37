#include "labs/activations/activations.hpp"

#include <cmath>

#include "expect.hpp"

namespace dd {
namespace {

ActivationCurve at(Activation activation, std::initializer_list<double> z) {
  return activationCurve(activation, vector(z));
}

TEST(ActivationCurve, HasTheValuesAndSlopesOfItsDefinition) {
  const auto both = [](Activation activation, std::initializer_list<double> z) {
    const ActivationCurve curve = at(activation, z);
    return std::pair{curve.value, curve.slope};
  };
  EXPECT_EQ(both(Activation::sigmoid, {0}), std::pair(vector({0.5}), vector({0.25})));
  EXPECT_EQ(both(Activation::tanh, {0}), std::pair(vector({0}), vector({1})));
  EXPECT_EQ(both(Activation::relu, {-2, 2}), std::pair(vector({0, 2}), vector({0, 1})));
  EXPECT_EQ(both(Activation::leakyRelu, {-2, 2}), std::pair(vector({-0.02, 2}), vector({0.01, 1})));
}

TEST(ActivationCurve, IsTheFunctionAndItsDerivative) {
  for (const auto activation : {Activation::identity, Activation::sigmoid, Activation::tanh,
                                Activation::relu, Activation::leakyRelu}) {
    for (double z = -3.05; z < 3; z += 0.1) {
      const double h = 1e-6;
      const ActivationCurve curve = at(activation, {z - h, z, z + h});
      EXPECT_NEAR(curve.slope[1], (curve.value[2] - curve.value[0]) / (2 * h), 1e-8)
          << toName(activation) << " at " << z;
    }
  }
}

TEST(ActivationCurve, TheSigmoidIsNeverSteeperThanAQuarter) {
  const ActivationCurve curve =
      activationCurve(Activation::sigmoid, Vector<double>::LinSpaced(2001, -10, 10));
  EXPECT_DOUBLE_EQ(curve.slope.maxCoeff(), 0.25);
  EXPECT_DOUBLE_EQ(curve.slope[1000], 0.25);
  EXPECT_GT(curve.value.minCoeff(), 0);
  EXPECT_LT(curve.value.maxCoeff(), 1);
}

TEST(ActivationCurve, TheStepIsFlatOnBothSides) {
  const ActivationCurve curve = at(Activation::step, {-1, -1e-9, 1e-9, 1});
  EXPECT_EQ(curve.value, vector({0, 0, 1, 1}));
  EXPECT_EQ(curve.slope, Vector<double>::Zero(4));
}

TEST(GradientLeft, IsAPowerOfTheSlope) {
  EXPECT_DOUBLE_EQ(gradientLeft(Activation::sigmoid, 0, 1, 5), std::pow(0.25, 5));
  EXPECT_DOUBLE_EQ(gradientLeft(Activation::relu, 2, 1, 50), 1);
  EXPECT_DOUBLE_EQ(gradientLeft(Activation::relu, -2, 1, 1), 0);
  EXPECT_DOUBLE_EQ(gradientLeft(Activation::leakyRelu, -2, 1, 2), 1e-4);
  EXPECT_DOUBLE_EQ(gradientLeft(Activation::sigmoid, 0, 8, 3), 8);
  EXPECT_DOUBLE_EQ(gradientLeft(Activation::step, 0.5, 1, 0), 1);
}

TEST(ActivationCurve, RefusesWhatHasNoValue) {
  EXPECT_ERROR("softmaxOfOne", at(Activation::softmax, {1}));
  EXPECT_ERROR("notFinite quantity=z", at(Activation::tanh, {NAN}));
  EXPECT_ERROR("notFinite quantity=weight", gradientLeft(Activation::relu, 1, INFINITY, 1));
  EXPECT_ERROR("range quantity=layers value=-1 min=0 max=1000",
               gradientLeft(Activation::relu, 1, 1, -1));
  EXPECT_ERROR("range quantity=layers value=1001 min=0 max=1000",
               gradientLeft(Activation::relu, 1, 1, 1001));
}

}  // namespace
}  // namespace dd
