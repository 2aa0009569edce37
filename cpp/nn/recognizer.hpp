#pragma once

#include "nn/network.hpp"

namespace dd {

/// A network with its weights that judges one sample at a time.
class Recognizer {
 public:
  /// Throws std::invalid_argument when θ does not fit the architecture.
  Recognizer(Architecture architecture, Vector<float> theta);

  const Network<float>& network() const { return network_; }
  const Vector<float>& theta() const { return theta_; }
  /// Replaces θ; throws std::invalid_argument when it has another length.
  void setTheta(Vector<float> theta);

  /// Probabilities of the classes for one sample of `inputs` numbers. After softmax these are the
  /// outputs. The outputs of other networks are no probabilities; negative ones are taken as 0 and
  /// the rest divided by their sum. Throws std::invalid_argument for another number of inputs or a
  /// value that is not finite.
  Vector<float> recognize(ConstVectorRef<float> sample);

  /// Activations of a layer for the sample recognized last (all zero before the first).
  Vector<float> activations(std::size_t layer) const;
  /// Weights into one unit of a layer, from each unit (or input) below it.
  /// Throws std::out_of_range for a layer or unit that there is not.
  Vector<float> incomingWeights(std::size_t layer, Index unit) const;

 private:
  Network<float> network_;
  Vector<float> theta_;
};

}  // namespace dd
