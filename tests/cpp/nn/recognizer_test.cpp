#include "nn/recognizer.hpp"

#include <limits>

#include "descent/random.hpp"
#include "expect.hpp"

namespace dd {
namespace {

Vector<float> randomTheta(const Architecture& architecture) {
  Vector<float> theta(architecture.parameterCount());
  Random random(5);
  for (float& value : theta) value = static_cast<float>(0.5 * random.normal());
  return theta;
}

/// Two thirds zeros, as paper; the rest ink.
Vector<float> drawing(Index inputs) {
  Vector<float> sample = Vector<float>::Zero(inputs);
  for (Index i = 0; i < inputs; i += 3) sample[i] = static_cast<float>(i + 1) / 40;
  return sample;
}

TEST(Recognizer, AgreesWithTheNetworkThatIsTrained) {
  // Widths that fill whole vectors, parts of one, and neither.
  for (const Activation hidden : {Activation::relu, Activation::sigmoid, Activation::tanh}) {
    const Architecture architecture{
        37, {{45, hidden}, {8, hidden}, {11, Activation::softmax}}, Loss::crossEntropy};
    const Vector<float> theta = randomTheta(architecture);
    const Vector<float> sample = drawing(37);
    Network<float> network(architecture);
    network.inputs(1).row(0) = sample.transpose();
    network.forward(theta, 1);

    Recognizer recognizer(architecture, theta);
    const Vector<float> probabilities = recognizer.recognize(sample);
    const Vector<float> outputs = network.outputs(1).row(0).transpose();
    EXPECT_LT((probabilities - outputs).cwiseAbs().maxCoeff(), 1e-6F);
    for (std::size_t layer = 0; layer < 3; ++layer) {
      const Vector<float> expected = network.activations(layer, 1).row(0).transpose();
      EXPECT_LT((recognizer.activations(layer) - expected).cwiseAbs().maxCoeff(), 1e-5F) << layer;
    }
  }
}

TEST(Recognizer, BeginsWithASampleOfZeros) {
  const Architecture architecture{
      4, {{3, Activation::relu}, {2, Activation::softmax}}, Loss::crossEntropy};
  Recognizer recognizer(architecture, randomTheta(architecture));
  const Vector<float> before = recognizer.activations(0);
  recognizer.recognize(drawing(4));
  EXPECT_NE(recognizer.activations(0), before);
  recognizer.recognize(Vector<float>::Zero(4));
  EXPECT_EQ(recognizer.activations(0), before);
}

TEST(Recognizer, MakesProbabilitiesOfOtherOutputs) {
  const Architecture architecture{1, {{3, Activation::identity}}, Loss::quadratic};
  Vector<float> theta(6);
  theta << 1, 3, -2, 0, 0, 0;
  Recognizer recognizer(architecture, theta);
  const Vector<float> one = Vector<float>::Constant(1, 1);
  EXPECT_EQ(recognizer.recognize(one), (Vector<float>(3) << 0.25F, 0.75F, 0).finished());
  EXPECT_EQ(recognizer.activations(0), (Vector<float>(3) << 1, 3, -2).finished());
  EXPECT_EQ(recognizer.recognize(Vector<float>::Zero(1)), Vector<float>::Constant(3, 1.0F / 3));
}

TEST(Recognizer, RefusesWhatDoesNotFit) {
  const Architecture architecture{2, {{3, Activation::softmax}}, Loss::crossEntropy};
  Recognizer recognizer(architecture, randomTheta(architecture));
  EXPECT_ERROR("size quantity=inputs actual=3 expected=2",
               recognizer.recognize(Vector<float>::Zero(3)));
  EXPECT_ERROR("notFinite quantity=inputs", recognizer.recognize(Vector<float>::Constant(
                                                2, std::numeric_limits<float>::infinity())));
  EXPECT_ERROR("size quantity=parameters actual=8 expected=9",
               recognizer.setTheta(Vector<float>::Zero(8)));
  EXPECT_ERROR("noSuchItem quantity=layer index=2", recognizer.activations(1));
  EXPECT_ERROR("noSuchItem quantity=unit index=4", recognizer.incomingWeights(0, 3));
  EXPECT_EQ(recognizer.incomingWeights(0, 1)[1], recognizer.theta()[4]);
}

}  // namespace
}  // namespace dd
