#include "nn/network.hpp"

#include <cmath>
#include <string>
#include <tuple>

#include "descent/gradient_check.hpp"
#include "expect.hpp"
#include "nn/initializers.hpp"

namespace dd {
namespace {

constexpr Activation hiddenActivations[] = {Activation::identity,  Activation::sigmoid,
                                            Activation::tanh,      Activation::relu,
                                            Activation::leakyRelu, Activation::softmax};

/// Inputs and one-hot targets drawn from a seed.
void fillBatch(NetworkObjective<double>& objective, Index rows, Random& random) {
  objective.setRows(rows);
  auto x = objective.inputs();
  auto y = objective.targets();
  y.setZero();
  for (Index row = 0; row < rows; ++row) {
    for (Index i = 0; i < x.cols(); ++i) x(row, i) = random.uniform(-1, 1);
    y(row, random.below(static_cast<std::uint32_t>(y.cols()))) = 1;
  }
}

using Combination = std::tuple<Activation, Activation, Loss>;
class GradientOf : public testing::TestWithParam<Combination> {};

TEST_P(GradientOf, BackpropagationAgreesWithCentralDifferences) {
  const auto [hidden, output, loss] = GetParam();
  Network<double> network({5, {{7, hidden}, {4, hidden}, {3, output}}, loss});
  for (const double l2 : {0.0, 0.1}) {
    NetworkObjective<double> objective(network, l2);
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
      Random random(seed);
      Vector<double> theta(network.parameterCount());
      initialize<double>(network, Initializer::normal, random, theta);
      fillBatch(objective, 6, random);
      EXPECT_LT(gradientCheck(objective, theta), 1e-6) << "seed " << seed << ", l2 " << l2;
    }
  }
}

std::vector<Combination> combinations() {
  std::vector<Combination> all;
  for (const Activation hidden : hiddenActivations) {
    for (const Activation output : hiddenActivations) {
      all.emplace_back(hidden, output, Loss::quadratic);
    }
    all.emplace_back(hidden, Activation::softmax, Loss::crossEntropy);
    all.emplace_back(hidden, Activation::sigmoid, Loss::binaryCrossEntropy);
  }
  return all;
}

std::string nameOf(const testing::TestParamInfo<Combination>& info) {
  const auto& [hidden, output, loss] = info.param;
  return std::string(toName(hidden)) + "_" + toName(output) + "_" + toName(loss);
}

INSTANTIATE_TEST_SUITE_P(Networks, GradientOf, testing::ValuesIn(combinations()), nameOf);

TEST(Network, SkippingTheZerosOfTheInputChangesNothing) {
  const Architecture architecture{
      40, {{9, Activation::tanh}, {3, Activation::softmax}}, Loss::crossEntropy};
  Network<double> network(architecture);
  Random random(6);
  Vector<double> theta(network.parameterCount());
  initialize<double>(network, Initializer::xavier, random, theta);
  NetworkObjective<double> objective(network, 0);
  for (const double density : {0.0, 0.05, 0.3, 0.39, 0.41, 0.8}) {
    for (const Index rows : {17, 1, 33}) {
      fillBatch(objective, rows, random);
      auto x = objective.inputs();
      for (Index i = 0; i < x.size(); ++i) {
        if (random.uniform() >= density) x(i / 40, i % 40) = 0;
      }
      EXPECT_LT(gradientCheck(objective, theta), 1e-6) << density << ", " << rows;
      // Z of the first layer against the product written out.
      objective.value(theta);
      const ConstVectorRef<double> view(theta);
      Matrix<double> z = x * network.weights(view, 0);
      z.rowwise() += network.biases(view, 0).row(0);
      EXPECT_LT((network.activations(0, rows).array() - z.array().tanh()).abs().maxCoeff(), 1e-14);
    }
  }
}

template <class Scalar>
void multipliesByRowsAndByColumns(Index units) {
  using Matrix = Matrix<Scalar>;
  SparseBatch<Scalar> sparse;
  Matrix x = Matrix::Zero(3, 30);
  x(0, 29) = 2;
  x(2, 0) = 3;
  x(2, 29) = -1;
  sparse.beginGather(x.rows(), x.cols(), units);
  ASSERT_TRUE(sparse.gather(x));
  const Matrix w = Matrix::Random(30, units), b = Matrix::Random(1, units);
  Matrix out(3, units);
  sparse.product(w, b, out);
  EXPECT_TRUE(out.row(0).isApprox(b + 2 * w.row(29)));
  EXPECT_TRUE(out.row(1).isApprox(b));
  EXPECT_TRUE(out.row(2).isApprox(b + 3 * w.row(0) - w.row(29)));
  const Matrix delta = Matrix::Random(3, units), product = x.transpose() * delta;
  Matrix gradient = Matrix::Constant(30, units, 7);
  sparse.transpose();
  sparse.transposedProduct(delta, 0, 29, false, gradient);
  EXPECT_TRUE(gradient.topRows(29).isApprox(product.topRows(29)));
  EXPECT_TRUE((gradient.row(29).array() == 7).all());  // not asked for
  sparse.transposedProduct(delta, 29, 30, true, gradient);
  EXPECT_TRUE(gradient.row(29).isApprox((product.row(29).array() + 7).matrix()));
  sparse.beginGather(3, 30, units);
  EXPECT_FALSE(sparse.gather(Matrix::Ones(3, 30)));
  sparse.beginGather(x.rows(), x.cols(), units);
  EXPECT_TRUE(sparse.gather(x));
}

// Widths that take every strip of the kernel: 8, 4, 2 and 1 vectors and single columns.
TEST(SparseBatch, MultipliesByRowsAndByColumns) {
  for (const Index units : {1, 3, 5, 10, 16, 30, 64, 131, 271}) {
    SCOPED_TRACE(units);
    multipliesByRowsAndByColumns<float>(units);
    multipliesByRowsAndByColumns<double>(units);
  }
}

TEST(SparseBatch, InputsAreSharedByTheirInk) {
  SparseBatch<float> sparse;
  sparse.begin(4, 10, 1, 12);
  for (int row = 0; row < 4; ++row) {
    Entry<float>* end = sparse.nextRow();
    for (const int input : {2, 7, 8}) *end++ = {input, 1};
    sparse.endRow(end);
  }
  sparse.transpose();
  EXPECT_EQ(sparse.inputAt(0), 0);
  EXPECT_EQ(sparse.inputAt(1), 10);
  EXPECT_EQ(sparse.inputAt(1.0 / 3), 3);  // 4 of 12 entries lie before
  EXPECT_EQ(sparse.inputAt(0.5), 8);      // 8 of 12: the first place with at least 6
}

TEST(Network, ForwardAndBackwardByHand) {
  // 2-1-1, sigmoid and identity, ½(a − y)²; W¹ = (1, −1), b¹ = 0.5, W² = 2, b² = −1.
  Network<double> network(
      {2, {{1, Activation::sigmoid}, {1, Activation::identity}}, Loss::quadratic});
  const Vector<double> theta{{1, -1, 0.5, 2, -1}};
  NetworkObjective<double> objective(network, 0);
  objective.setRows(1);
  objective.inputs() << 1, 1.5;  // z¹ = 1 − 1.5 + 0.5 = 0, a¹ = 0.5, a² = 2·0.5 − 1 = 0
  objective.targets() << 1;
  Vector<double> gradient(5);
  EXPECT_NEAR(objective.valueAndGradient(theta, gradient), 0.5, 1e-15);
  // δ² = −1; ∂W² = −0.5, ∂b² = −1; δ¹ = −1·2·0.25 = −0.5; ∂W¹ = (−0.5, −0.75), ∂b¹ = −0.5
  const Vector<double> expected{{-0.5, -0.75, -0.5, -0.5, -1}};
  EXPECT_LT((gradient - expected).cwiseAbs().maxCoeff(), 1e-15);
}

TEST(Network, ParametersLieInThetaLayerByLayer) {
  Network<double> network(
      {2, {{3, Activation::tanh}, {2, Activation::softmax}}, Loss::crossEntropy});
  ASSERT_EQ(network.parameterCount(), 2 * 3 + 3 + 3 * 2 + 2);
  Vector<double> theta = Vector<double>::LinSpaced(17, 0, 16);
  const ConstVectorRef<double> view(theta);
  EXPECT_EQ(network.weights(view, 0)(1, 0), 3);  // row-major: the second input's first weight
  EXPECT_EQ(network.biases(view, 0)(0, 2), 8);
  EXPECT_EQ(network.weights(view, 1)(2, 1), 14);
  EXPECT_EQ(network.biases(view, 1)(0, 0), 15);
}

TEST(Network, TheStepFunctionMakesAPerceptron) {
  Network<double> nand({2, {{1, Activation::step}}, Loss::quadratic});
  const Vector<double> theta{{-2, -2, 3}};
  nand.inputs(4) << 0, 0, 0, 1, 1, 0, 1, 1;
  nand.forward(theta, 4);
  EXPECT_EQ(nand.outputs(4)(0, 0), 1);
  EXPECT_EQ(nand.outputs(4)(1, 0), 1);
  EXPECT_EQ(nand.outputs(4)(2, 0), 1);
  EXPECT_EQ(nand.outputs(4)(3, 0), 0);
  EXPECT_ERROR("untrainable activation=step", NetworkObjective<double>(nand, 0));
}

TEST(Network, CrossEntropiesStayFiniteAtExtremeScores) {
  for (const auto& [output, loss] : {std::pair{Activation::softmax, Loss::crossEntropy},
                                     std::pair{Activation::sigmoid, Loss::binaryCrossEntropy}}) {
    Network<float> network({1, {{2, output}}, loss});
    const Vector<float> theta{{1e4F, -1e4F, 0, 0}};
    NetworkObjective<float> objective(network, 0);
    objective.setRows(1);
    objective.inputs() << 1;
    objective.targets() << 0, 1;
    Vector<float> gradient(4);
    const float value = objective.valueAndGradient(theta, gradient);
    EXPECT_NEAR(value, 2e4F, 1) << toName(loss);
    EXPECT_TRUE(gradient.allFinite()) << toName(loss);
  }
}

TEST(Network, SoftmaxCrossEntropyOfKnownScores) {
  // h = (2, 5, 1), class 1: a = e⁵ / (e² + e⁵ + e) = 0.93623955, −ln a = 0.06588390
  Network<double> network({3, {{3, Activation::softmax}}, Loss::crossEntropy});
  Vector<double> theta = Vector<double>::Zero(12);
  theta[0] = theta[4] = theta[8] = 1;
  NetworkObjective<double> objective(network, 0);
  objective.setRows(1);
  objective.inputs() << 2, 5, 1;
  objective.targets() << 0, 1, 0;
  EXPECT_NEAR(objective.value(theta),
              -std::log(std::exp(5) / (std::exp(2) + std::exp(5) + std::exp(1))), 1e-14);
  EXPECT_NEAR(objective.value(theta), 0.0659, 5e-5);
}

TEST(Network, L2CountsWeightsButNotBiases) {
  Network<double> network({1, {{1, Activation::identity}}, Loss::quadratic});
  NetworkObjective<double> objective(network, 0.5);
  objective.setRows(1);
  objective.inputs() << 0;
  objective.targets() << 4;
  const Vector<double> theta{{3, 4}};
  EXPECT_NEAR(objective.value(theta), 0.25 * 9, 1e-15);
}

TEST(Network, RefusesWhatCannotBe) {
  const auto make = [](Architecture architecture) { Network<double> network(architecture); };
  EXPECT_ERROR("range quantity=layers value=0 min=1 max=16", make({2, {}, Loss::quadratic}));
  EXPECT_ERROR("range quantity=inputs value=0 min=1 max=4096",
               make({0, {{1, Activation::relu}}, Loss::quadratic}));
  EXPECT_ERROR("range quantity=units value=0 min=1 max=4096",
               make({2, {{0, Activation::relu}}, Loss::quadratic}));
  EXPECT_ERROR("range quantity=units value=5000 min=1 max=4096",
               make({2, {{5000, Activation::relu}}, Loss::quadratic}));
  EXPECT_ERROR("lossNeeds loss=crossEntropy expected=softmax actual=sigmoid",
               make({2, {{3, Activation::sigmoid}}, Loss::crossEntropy}));
  EXPECT_ERROR("lossNeeds loss=binaryCrossEntropy expected=sigmoid actual=softmax",
               make({2, {{3, Activation::softmax}}, Loss::binaryCrossEntropy}));
  EXPECT_ERROR("unknownName quantity=activation value=Sigmoid …", fromName<Activation>("Sigmoid"));
  EXPECT_ERROR("unknownName quantity=loss value=mse …", fromName<Loss>("mse"));
  EXPECT_ERROR("unknownName quantity=initializer value=glorot …", fromName<Initializer>("glorot"));
}

TEST(Initializers, HaveTheSpreadOfTheirFormula) {
  const Network<double> network({400, {{200, Activation::relu}}, Loss::quadratic});
  Vector<double> theta(network.parameterCount());
  const ConstVectorRef<double> view(theta);
  const auto deviation = [&](Initializer initializer) {
    Random random(5);
    initialize<double>(network, initializer, random, theta);
    return std::sqrt(network.weights(view, 0).squaredNorm() / (400 * 200));
  };
  EXPECT_EQ(deviation(Initializer::zero), 0);
  EXPECT_NEAR(deviation(Initializer::normal), 1, 0.01);
  EXPECT_GT(network.biases(view, 0).cwiseAbs().maxCoeff(), 0);
  EXPECT_NEAR(deviation(Initializer::he), std::sqrt(2.0 / 400), 1e-3);
  EXPECT_EQ(network.biases(view, 0).cwiseAbs().maxCoeff(), 0);
  // Uniform in ±l has the deviation l / √3.
  EXPECT_NEAR(deviation(Initializer::xavier), std::sqrt(6.0 / 600) / std::sqrt(3), 1e-3);
  EXPECT_LE(network.weights(view, 0).cwiseAbs().maxCoeff(), 0.1);
}

TEST(Initializers, DrawTheSameNumbersEverywhere) {
  // The same numbers as in tests/wasm/training.test.js.
  const Network<float> network({2, {{2, Activation::tanh}}, Loss::quadratic});
  Vector<float> theta(6);
  Random random(1);
  initialize<float>(network, Initializer::xavier, random, theta);
  const Vector<float> xavier{{-0.419018477F, -0.203251705F, -1.15384722F, -0.102035657F, 0, 0}};
  EXPECT_LT((theta - xavier).cwiseAbs().maxCoeff(), 1e-6F);
  random = Random(1);
  initialize<float>(network, Initializer::normal, random, theta);
  const Vector<float> normal{
      {-1.76946104F, -0.470334083F, -1.46454704F, -0.0860951096F, -0.692669451F, 0.693664372F}};
  EXPECT_LT((theta - normal).cwiseAbs().maxCoeff(), 1e-6F);
}

}  // namespace
}  // namespace dd
