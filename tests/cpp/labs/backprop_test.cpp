#include "labs/backprop/backprop.hpp"

#include <cmath>
#include <limits>
#include <memory>
#include <span>

#include "descent/gradient_check.hpp"
#include "expect.hpp"
#include "nn/trainer.hpp"

namespace dd {
namespace {

const Vector<double> inputs = vector({1, 0.5});
const Vector<double> targets = vector({1, 0});
const Vector<double> theta = vector({0.4, -0.6, 0.2, 0.3, 0.5, -0.7, 0.1, -0.2, 0.3,  //
                                     0.6, -0.4, -0.5, 0.8, 0.7, 0.3, -0.1, 0.2});

TEST(BackpropWalk, ForwardAsByHand) {
  const BackpropWalk walk = backpropWalk(inputs, targets, theta, 1);
  EXPECT_NEAR(walk.z1(0, 0), 1 * 0.4 + 0.5 * 0.3 + 0.1, 1e-15);
  EXPECT_NEAR(walk.z1(0, 1), 1 * -0.6 + 0.5 * 0.5 - 0.2, 1e-15);
  EXPECT_NEAR(walk.z1(0, 2), 1 * 0.2 + 0.5 * -0.7 + 0.3, 1e-15);
  EXPECT_NEAR(walk.a1(0, 0), 1 / (1 + std::exp(-0.65)), 1e-15);
  EXPECT_NEAR(walk.z2(0, 1), walk.a1(0, 0) * -0.4 + walk.a1(0, 1) * 0.8 + walk.a1(0, 2) * 0.3 + 0.2,
              1e-15);
  EXPECT_NEAR(walk.loss, (std::pow(walk.a2(0, 0) - 1, 2) + std::pow(walk.a2(0, 1), 2)) / 2, 1e-15);
}

TEST(BackpropWalk, BackwardAsByHand) {
  const BackpropWalk walk = backpropWalk(inputs, targets, theta, 5);
  const double a1 = walk.a1(0, 0), a20 = walk.a2(0, 0), a21 = walk.a2(0, 1);
  EXPECT_NEAR(walk.delta2(0, 0), (a20 - 1) * a20 * (1 - a20), 1e-15);
  EXPECT_NEAR(walk.delta2(0, 1), a21 * a21 * (1 - a21), 1e-15);
  const double delta1 = (walk.delta2(0, 0) * 0.6 + walk.delta2(0, 1) * -0.4) * a1 * (1 - a1);
  EXPECT_NEAR(walk.delta1(0, 0), delta1, 1e-15);
  EXPECT_NEAR(walk.gradient[3], 0.5 * delta1, 1e-15);  // w₂₁ of the first layer
  EXPECT_NEAR(walk.gradient[9], a1 * walk.delta2(0, 0), 1e-15);
  EXPECT_DOUBLE_EQ(walk.next[9], theta[9] - 5 * walk.gradient[9]);
}

TEST(BackpropWalk, TheFourEquationsGiveTheTrainersGradient) {
  Random random(4);
  for (int trial = 0; trial < 20; ++trial) {
    Vector<double> parameters(17), x(2), y(2);
    for (Vector<double>* vector : {&parameters, &x, &y}) {
      for (double& value : *vector) value = 2 * random.normal();
    }
    const BackpropWalk walk = backpropWalk(x, y, parameters, 0.5);
    EXPECT_LE(walk.difference, 1e-15);

    Network<double> network(walkArchitecture());
    NetworkObjective<double> objective(network, 0);
    objective.setRows(1);
    objective.inputs() = x.transpose();
    objective.targets() = y.transpose();
    Vector<double> gradient(17);
    EXPECT_NEAR(objective.valueAndGradient(parameters, gradient), walk.loss, 1e-15);
    EXPECT_LE((gradient - walk.gradient).cwiseAbs().maxCoeff(), 1e-15);
    EXPECT_LT(gradientCheck(objective, parameters), 1e-6);
    EXPECT_NEAR(objective.value(parameters - 0.5 * gradient), walk.nextLoss, 1e-15);
  }
}

/// One sample of class 0: the trainer's target is (1, 0).
class OneLabelled final : public Samples {
 public:
  std::size_t size() const override { return 1; }
  std::size_t inputs() const override { return 2; }
  int label(std::size_t) const override { return 0; }
  void read(std::size_t, std::span<float> row) override {
    row[0] = 1;
    row[1] = 0.5f;
  }
};

TEST(BackpropWalk, ATrainerTakesTheSameStep) {
  TrainingSettings settings;
  settings.architecture = walkArchitecture();
  settings.learningRate = 2;
  const auto samples = std::make_shared<OneLabelled>();
  Trainer trainer(settings, samples, samples);
  trainer.setTheta(theta.cast<float>());
  ASSERT_TRUE(trainer.trainSample());
  const BackpropWalk walk = backpropWalk(inputs, targets, theta, 2);
  EXPECT_LE((trainer.theta().cast<double>() - walk.next).cwiseAbs().maxCoeff(), 1e-6);
}

TEST(BackpropWalk, TheLossAlongTheGradientBeginsAtTheLossAndFalls) {
  const Vector<double> losses =
      lossesAlongGradient(inputs, targets, theta, vector({0, 1e-6, 1, 2}));
  const BackpropWalk walk = backpropWalk(inputs, targets, theta, 2);
  EXPECT_DOUBLE_EQ(losses[0], walk.loss);
  EXPECT_NEAR((losses[1] - losses[0]) / 1e-6, walk.slopeAtZero, 1e-6);
  EXPECT_LT(losses[2], losses[0]);
  EXPECT_DOUBLE_EQ(losses[3], walk.nextLoss);
}

TEST(BackpropWalk, EqualWeightsStayEqualAndZerosLearnNothingBelow) {
  const BackpropWalk twins = backpropWalk(inputs, targets, Vector<double>::Constant(17, 0.5), 1);
  EXPECT_EQ(twins.gradient[0], twins.gradient[1]);
  EXPECT_EQ(twins.gradient[1], twins.gradient[2]);
  const BackpropWalk zeros = backpropWalk(inputs, targets, Vector<double>::Zero(17), 1);
  EXPECT_EQ(zeros.delta1, Matrix<double>::Zero(1, 3));
}

TEST(BackpropWalk, RefusesBadInput) {
  const Vector<double> nan = vector({1, NAN});
  EXPECT_ERROR("notFinite quantity=inputs", backpropWalk(nan, targets, theta, 1));
  EXPECT_ERROR("notFinite quantity=targets", backpropWalk(inputs, nan, theta, 1));
  EXPECT_ERROR("size quantity=parameters actual=16 expected=17",
               backpropWalk(inputs, targets, theta.head(16), 1));
  EXPECT_ERROR("atLeast quantity=learningRate value=-1 min=0",
               backpropWalk(inputs, targets, theta, -1));
  EXPECT_ERROR("atLeast quantity=learningRate value=inf min=0",
               backpropWalk(inputs, targets, theta, std::numeric_limits<double>::infinity()));
  EXPECT_ERROR("atLeast quantity=learningRate value=nan min=0",
               lossesAlongGradient(inputs, targets, theta, nan));
}

}  // namespace
}  // namespace dd
