#pragma once

#include <vector>

#include "compute/kernels.hpp"
#include "nn/network.hpp"

namespace dd {

/// A network with its weights that recognizes one sample at a time. A single row needs neither
/// blocked matrix products nor the workspaces of a batch, so that a page that only reads loads
/// neither.
class Recognizer {
 public:
  /// Throws Error when θ does not fit the architecture.
  Recognizer(Architecture architecture, Vector<float> theta);

  /// Says how θ is laid out.
  const Network<float>& network() const { return network_; }
  const Vector<float>& theta() const { return theta_; }
  /// Replaces θ; throws Error when it has another length.
  void setTheta(Vector<float> theta);

  /// Probabilities of the classes for one sample of `inputs` numbers, valid until the next call.
  /// After softmax these are the outputs. The outputs of other networks are no probabilities;
  /// negative ones are taken as 0 and the rest divided by their sum. Throws Error
  /// for another number of inputs or a value that is not finite.
  const Vector<float>& recognize(ConstVectorRef<float> sample);

  /// Activations of a layer for the sample recognized last; for one of zeros before the first.
  const Vector<float>& activations(std::size_t layer) const;
  /// Weights into one unit of a layer, from each unit (or input) below it.
  /// Throws Error for a layer or unit that there is not.
  Vector<float> incomingWeights(std::size_t layer, Index unit) const;

 private:
  void forward(ConstVectorRef<float> sample);

  Network<float> network_;
  Vector<float> theta_;
  std::vector<Vector<float>> activations_;  ///< of each layer
  std::vector<Entry<float>> entries_;       ///< the non-zero numbers that enter a layer
  Vector<float> probabilities_;
};

}  // namespace dd
