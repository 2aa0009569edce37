#pragma once

#include "nn/network.hpp"

namespace dd {

/// The network of the walk: 2 inputs, 3 sigmoid units, 2 sigmoid outputs, squared error ½‖a − y‖².
Architecture walkArchitecture();

/// All that one pass forward and one backward compute on one sample. Rows are layers' vectors, as
/// in Nielsen, ch. 2, with the samples as rows: z = x·W + b.
struct BackpropWalk {
  Matrix<double> z1, a1, slope1;  ///< of the hidden layer (1 × 3); slope = f′(z)
  Matrix<double> z2, a2, slope2;  ///< of the output layer (1 × 2)
  double loss;                    ///< J
  Matrix<double> miss;            ///< ∂J/∂a² = a² − y
  Matrix<double> delta2;          ///< BP1: δ² = (a² − y) ⊙ f′(z²)
  Matrix<double> back1;           ///< δ²·W²ᵀ, what arrives at the hidden layer
  Matrix<double> delta1;          ///< BP2: δ¹ = (δ²·W²ᵀ) ⊙ f′(z¹)
  /// BP3 and BP4: ∂J/∂b = δ, ∂J/∂W = aᵀ·δ, laid out as θ: W¹ (2 × 3), b¹, W² (3 × 2), b².
  Vector<double> gradient;
  double difference;    ///< largest |gradient − that of NetworkObjective|, by which θ is trained
  Vector<double> next;  ///< θ − η·∇J
  double nextLoss;      ///< J there
  double slopeAtZero;   ///< dJ/dη at η = 0: −‖∇J‖²
};

/// Throws Error unless there are 2 inputs, 2 targets and 17 parameters, all of them
/// and η finite, and η ≥ 0.
BackpropWalk backpropWalk(ConstVectorRef<double> inputs, ConstVectorRef<double> targets,
                          ConstVectorRef<double> theta, double learningRate);

/// J(θ − η·∇J(θ)) for each η of `learningRates`. Throws as backpropWalk does.
Vector<double> lossesAlongGradient(ConstVectorRef<double> inputs, ConstVectorRef<double> targets,
                                   ConstVectorRef<double> theta,
                                   ConstVectorRef<double> learningRates);

}  // namespace dd
