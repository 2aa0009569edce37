#include "labs/backprop/backprop.hpp"

#include "descent/error.hpp"

namespace dd {
namespace {

void requireNumbers(ConstVectorRef<double> values, Index count, const char* quantity) {
  requireSize(quantity, static_cast<std::size_t>(values.size()), static_cast<std::size_t>(count));
  requireFinite(quantity, values.allFinite());
}

/// The trainer's own network and objective on the one sample.
class OneSample {
 public:
  OneSample(ConstVectorRef<double> inputs, ConstVectorRef<double> targets,
            ConstVectorRef<double> theta)
      : network_(walkArchitecture()), objective_(network_, 0) {
    const Architecture& architecture = network_.architecture();
    requireNumbers(inputs, architecture.inputs, "inputs");
    requireNumbers(targets, architecture.outputs(), "targets");
    requireNumbers(theta, network_.parameterCount(), "parameters");
    objective_.setBatch(inputs.transpose(), targets.transpose());
  }

  const Network<double>& network() const { return network_; }
  NetworkObjective<double>& objective() { return objective_; }

 private:
  Network<double> network_;
  NetworkObjective<double> objective_;
};

/// f(z) and f′(z) of the sigmoid.
void sigmoid(const Matrix<double>& z, Matrix<double>& a, Matrix<double>& slope) {
  a = z;
  activate<double>(Activation::sigmoid, a);
  slope = Matrix<double>::Ones(z.rows(), z.cols());
  multiplyByDerivative<double>(Activation::sigmoid, a, slope);
}

}  // namespace

Architecture walkArchitecture() {
  return {2, {{3, Activation::sigmoid}, {2, Activation::sigmoid}}, Loss::quadratic};
}

BackpropWalk backpropWalk(ConstVectorRef<double> inputs, ConstVectorRef<double> targets,
                          ConstVectorRef<double> theta, double learningRate) {
  requireAtLeast("learningRate", learningRate, 0);
  OneSample sample(inputs, targets, theta);
  const Network<double>& network = sample.network();
  const Matrix<double> x = inputs.transpose(), y = targets.transpose();
  const auto w2 = network.weights(theta, 1);

  BackpropWalk walk;
  walk.z1 = x * network.weights(theta, 0) + network.biases(theta, 0);
  sigmoid(walk.z1, walk.a1, walk.slope1);
  walk.z2 = walk.a1 * w2 + network.biases(theta, 1);
  sigmoid(walk.z2, walk.a2, walk.slope2);
  walk.miss = walk.a2 - y;
  walk.loss = walk.miss.squaredNorm() / 2;

  walk.delta2 = walk.miss.cwiseProduct(walk.slope2);
  walk.back1 = walk.delta2 * w2.transpose();
  walk.delta1 = walk.back1.cwiseProduct(walk.slope1);
  walk.gradient.resize(theta.size());
  network.weights(VectorRef<double>(walk.gradient), 0) = x.transpose() * walk.delta1;
  network.biases(VectorRef<double>(walk.gradient), 0) = walk.delta1;
  network.weights(VectorRef<double>(walk.gradient), 1) = walk.a1.transpose() * walk.delta2;
  network.biases(VectorRef<double>(walk.gradient), 1) = walk.delta2;

  Vector<double> trained(theta.size());
  sample.objective().valueAndGradient(theta, trained);
  walk.difference = (walk.gradient - trained).cwiseAbs().maxCoeff();
  walk.next = theta - learningRate * walk.gradient;
  walk.nextLoss = sample.objective().value(walk.next);
  walk.slopeAtZero = -walk.gradient.squaredNorm();
  return walk;
}

Vector<double> lossesAlongGradient(ConstVectorRef<double> inputs, ConstVectorRef<double> targets,
                                   ConstVectorRef<double> theta,
                                   ConstVectorRef<double> learningRates) {
  OneSample sample(inputs, targets, theta);
  Vector<double> gradient(theta.size());
  sample.objective().valueAndGradient(theta, gradient);
  return learningRates.unaryExpr([&](double learningRate) {
    requireAtLeast("learningRate", learningRate, 0);
    return sample.objective().value(theta - learningRate * gradient);
  });
}

}  // namespace dd
