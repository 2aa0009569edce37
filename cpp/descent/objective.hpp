#pragma once

#include "descent/types.hpp"

namespace dd {

/// A function J: ℝⁿ → ℝ that gradient descent can go down.
///
/// Evaluation is not const: an objective may keep workspaces, so that no call allocates.
template <class Scalar>
class Objective {
 public:
  virtual ~Objective() = default;

  /// n, the number of components of θ and of the gradient.
  virtual Index dimension() const = 0;

  /// J(θ); θ has `dimension()` components.
  virtual Scalar value(ConstVectorRef<Scalar> theta) = 0;

  /// J(θ), with ∇J(θ) written to `gradient` (`dimension()` components, overwritten).
  virtual Scalar valueAndGradient(ConstVectorRef<Scalar> theta, VectorRef<Scalar> gradient) = 0;
};

}  // namespace dd
