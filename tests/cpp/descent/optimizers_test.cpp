#include "descent/optimizers.hpp"

#include <cmath>
#include <vector>

#include "expect.hpp"

namespace dd {
namespace {

using Theta = Vector<double>;

// Every case: θ₀ = (1, −2), the gradients of three steps given, η = 0.1. Steps are about 0.1, the
// tolerance 1e-12; what is expected was worked out by hand from each formula.
const std::vector<Theta> gradients = {Theta{{2.0, -1.0}}, Theta{{1.0, 3.0}}, Theta{{-0.5, 0.25}}};

std::vector<Theta> pathOf(const char* name, const OptimizerSettings& settings) {
  const auto optimizer = makeOptimizer<double>(name, 2, settings);
  std::vector<Theta> path;
  Theta theta{{1.0, -2.0}};
  for (Theta gradient : gradients) {
    optimizer->step(theta, gradient, 0.1);
    path.push_back(theta);
  }
  return path;
}

void expectPath(const std::vector<Theta>& path, const std::vector<Theta>& expected) {
  ASSERT_EQ(path.size(), expected.size());
  for (std::size_t step = 0; step < path.size(); ++step) {
    for (int i = 0; i < 2; ++i) {
      EXPECT_NEAR(path[step][i], expected[step][i], 1e-12) << "step " << step << ", θ" << i;
    }
  }
}

TEST(Optimizers, SgdWalksAgainstTheGradient) {
  expectPath(pathOf("sgd", {}), {Theta{{0.8, -1.9}}, Theta{{0.7, -2.2}}, Theta{{0.75, -2.225}}});
}

TEST(Optimizers, MomentumKeepsAVelocity) {
  // v: (2, −1); (2, 2.5); (0.5, 1.5)
  expectPath(pathOf("momentum", {.momentum = 0.5}),
             {Theta{{0.8, -1.9}}, Theta{{0.6, -2.15}}, Theta{{0.55, -2.3}}});
}

TEST(Optimizers, NesterovLooksAheadAlongTheVelocity) {
  // v as above; directions g + 0.5·v: (3, −1.5); (2, 4.25); (−0.25, 1.0)
  expectPath(pathOf("nesterov", {.momentum = 0.5}),
             {Theta{{0.7, -1.85}}, Theta{{0.5, -2.275}}, Theta{{0.525, -2.375}}});
}

TEST(Optimizers, AdaGradDividesByTheRootOfTheSumOfSquares) {
  // G: (4, 1); (5, 10); (5.25, 10.0625); directions g / (√G + 0.5)
  const double x1 = 1 - 0.1 * 2 / 2.5, y1 = -2 + 0.1 / 1.5;
  const double x2 = x1 - 0.1 / (std::sqrt(5.0) + 0.5), y2 = y1 - 0.3 / (std::sqrt(10.0) + 0.5);
  const double x3 = x2 + 0.05 / (std::sqrt(5.25) + 0.5);
  const double y3 = y2 - 0.025 / (std::sqrt(10.0625) + 0.5);
  expectPath(pathOf("adagrad", {.epsilon = 0.5}),
             {Theta{{x1, y1}}, Theta{{x2, y2}}, Theta{{x3, y3}}});
}

TEST(Optimizers, RmsPropDividesByAMovingRootMeanSquare) {
  // s: (1, 0.25); (1, 2.4375); (0.8125, 1.84375)
  const double x1 = 1 - 0.1 * 2 / 1.5, y1 = -2 + 0.1 / 1.0;
  const double x2 = x1 - 0.1 / 1.5, y2 = y1 - 0.3 / (std::sqrt(2.4375) + 0.5);
  const double x3 = x2 + 0.05 / (std::sqrt(0.8125) + 0.5);
  const double y3 = y2 - 0.025 / (std::sqrt(1.84375) + 0.5);
  expectPath(pathOf("rmsprop", {.decay = 0.75, .epsilon = 0.5}),
             {Theta{{x1, y1}}, Theta{{x2, y2}}, Theta{{x3, y3}}});
}

TEST(Optimizers, AdamCorrectsTheBiasOfItsAveragesOnceAStep) {
  // m: (1, −0.5); (1, 1.25); (0.25, 0.75), to be divided by 1/2, 3/4, 7/8
  // s: (1, 0.25); (1, 2.4375); (0.8125, 1.84375), to be divided by 1/4, 7/16, 37/64
  const double x1 = 1 - 0.1 * 2 / (2 + 0.5), y1 = -2 + 0.1 * 1 / (1 + 0.5);
  const double x2 = x1 - 0.1 * (1 / 0.75) / (std::sqrt(1 / 0.4375) + 0.5);
  const double y2 = y1 - 0.1 * (1.25 / 0.75) / (std::sqrt(2.4375 / 0.4375) + 0.5);
  const double x3 = x2 - 0.1 * (0.25 / 0.875) / (std::sqrt(0.8125 / 0.578125) + 0.5);
  const double y3 = y2 - 0.1 * (0.75 / 0.875) / (std::sqrt(1.84375 / 0.578125) + 0.5);
  expectPath(pathOf("adam", {.beta1 = 0.5, .beta2 = 0.75, .epsilon = 0.5}),
             {Theta{{x1, y1}}, Theta{{x2, y2}}, Theta{{x3, y3}}});
}

TEST(Optimizers, ResetForgetsEverything) {
  for (const char* name : {"sgd", "momentum", "nesterov", "adagrad", "rmsprop", "adam"}) {
    const auto optimizer = makeOptimizer<double>(name, 2);
    Theta first = gradients[0];
    const auto walk = [&](Theta& gradient) {
      optimizer->advance();
      optimizer->direction(0, gradient);
    };
    walk(first);
    Theta second = gradients[1];
    walk(second);
    optimizer->reset();
    Theta again = gradients[0];
    walk(again);
    EXPECT_EQ(first, again) << name;
  }
}

TEST(Optimizers, PartsOfTheGradientTakenApartGiveTheSame) {
  for (const char* name : {"sgd", "momentum", "nesterov", "adagrad", "rmsprop", "adam"}) {
    const auto whole = makeOptimizer<double>(name, 2);
    const auto parts = makeOptimizer<double>(name, 2);
    for (Theta gradient : gradients) {
      Theta apart = gradient;
      whole->advance();
      whole->direction(0, gradient);
      parts->advance();
      parts->direction(1, apart.tail(1));
      parts->direction(0, apart.head(1));
      EXPECT_EQ(apart, gradient) << name;
    }
  }
}

TEST(Optimizers, TheLearningRateMayChangeAtEveryStep) {
  const auto optimizer = makeOptimizer<double>("sgd", 1);
  Theta theta{{1.2}};
  for (const double learningRate : {0.3, 0.1, 0.5}) {
    Theta gradient = 2 * theta;  // of x²
    optimizer->step(theta, gradient, learningRate);
  }
  EXPECT_NEAR(theta[0], 0, 1e-15);  // η = 0.5 lands on the minimum of x² from anywhere
}

TEST(Optimizers, RefuseWhatTheyCannotBe) {
  EXPECT_ERROR("unknownName quantity=optimizer value=sdg …", makeOptimizer<double>("sdg", 2));
  EXPECT_ERROR("noParameters", makeOptimizer<double>("adam", 0));
  EXPECT_ERROR("fraction quantity=beta2 value=1", makeOptimizer<double>("adam", 2, {.beta2 = 1}));
  EXPECT_ERROR("fraction quantity=momentum value=nan",
               makeOptimizer<double>("momentum", 2, {.momentum = std::nan("")}));
  EXPECT_ERROR("positive quantity=epsilon value=0",
               makeOptimizer<double>("rmsprop", 2, {.epsilon = 0}));
}

}  // namespace
}  // namespace dd
