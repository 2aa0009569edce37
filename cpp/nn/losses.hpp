#pragma once

#include <span>

#include "nn/activations.hpp"

namespace dd {

/// Loss of one sample with output activations a and target y (both rows of `classes` numbers);
/// the objective is the mean over a batch. Its gradient is the first equation of nn/backprop.hpp.
enum class Loss {
  crossEntropy,  ///< −Σ yₖ ln aₖ, after softmax
  binaryCrossEntropy,  ///< −Σ [yₖ ln aₖ + (1 − yₖ) ln(1 − aₖ)], after sigmoid (Nielsen, eq. 63)
  quadratic,  ///< ½‖a − y‖² (Nielsen, eq. 6)
};
template <>
inline constexpr NameList namesOf<Loss>{"loss",
                                        {"crossEntropy", "binaryCrossEntropy", "quadratic"}};

/// The output activations that a loss can follow, in the order of forms. The cross-entropies are
/// computed from the scores Z together with their own activation: apart, ln a would overflow for
/// a → 0.
std::span<const Activation> outputsOf(Loss loss);

/// Throws Error, saying what fits, when a loss cannot follow an output activation.
void requireCompatible(Loss loss, Activation output);

/// Mean loss over the rows. `scores` is Z of the output layer, `activations` is A = f(Z),
/// `targets` is Y; all have the same shape.
template <class Scalar>
Scalar meanLoss(Loss loss, ConstMatrixRef<Scalar> scores, ConstMatrixRef<Scalar> activations,
                ConstMatrixRef<Scalar> targets);

}  // namespace dd
