#pragma once

#include <algorithm>
#include <cmath>

#include "descent/objective.hpp"

namespace dd {

/// Central difference (J(θ + h·eᵢ) − J(θ − h·eᵢ)) / 2h with h = epsilon·max(1, |θᵢ|).
/// θ is put back to the bit before the call returns.
inline double numericDerivative(Objective<double>& objective, VectorRef<double> theta, Index i,
                                double epsilon) {
  const double original = theta[i];
  const double h = epsilon * std::max(1.0, std::abs(original));
  theta[i] = original + h;
  const double above = theta[i];
  const double valueAbove = objective.value(theta);
  theta[i] = original - h;
  const double below = theta[i];
  const double valueBelow = objective.value(theta);
  theta[i] = original;
  return (valueAbove - valueBelow) / (above - below);
}

/// Largest error of the analytic gradient against central differences, over all components,
/// relative to the larger norm of the two gradients: ‖·‖∞ of (analytic − numeric) divided by
/// max(‖analytic‖∞, ‖numeric‖∞, 1e-8). Run in double; 1e-6 and below is a pass.
inline double gradientCheck(Objective<double>& objective, Vector<double> theta,
                            double epsilon = 1e-5) {
  Vector<double> analytic(theta.size());
  objective.valueAndGradient(theta, analytic);
  double error = 0, scale = 1e-8;
  for (Index i = 0; i < theta.size(); ++i) {
    const double numeric = numericDerivative(objective, theta, i, epsilon);
    error = std::max(error, std::abs(numeric - analytic[i]));
    scale = std::max({scale, std::abs(numeric), std::abs(analytic[i])});
  }
  return error / scale;
}

}  // namespace dd
