#pragma once

#include <optional>

#include "descent/optimizers.hpp"

namespace dd {

/// How far a descent came.
struct Descent {
  Index steps = 0;  ///< made
  /// Where the next step led, when that is no finite θ; it was not made.
  std::optional<Vector<double>> diverged;
};

/// The loop of every descent: θ ← θ − η · direction(gradient), at most `steps` times.
///
/// `visit(step, θ, gradient)` sees each point, that before the first step and that after the last
/// one among them, writes the gradient to follow and says whether to go on.
template <class Visit>
Descent descend(Optimizer<double>& optimizer, double learningRate, Vector<double>& theta,
                Index steps, Visit&& visit) {
  Descent descent;
  Vector<double> gradient(theta.size()), next(theta.size());
  while (visit(descent.steps, theta, gradient) && descent.steps < steps) {
    next = theta;
    optimizer.step(next, gradient, learningRate);
    if (!next.allFinite()) {
      descent.diverged = next;
      break;
    }
    theta = next;
    ++descent.steps;
  }
  return descent;
}

}  // namespace dd
