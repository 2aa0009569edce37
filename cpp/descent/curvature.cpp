#include "descent/curvature.hpp"

#include <cmath>
#include <limits>

#include "descent/error.hpp"

namespace dd {

double largestCurvature(Objective<double>& objective, ConstVectorRef<double> theta) {
  const Index n = objective.dimension();
  requireRange("dimension", n, 1, 2);
  double hessian[2][2] = {};
  Vector<double> point = theta, above(n), below(n);
  for (Index i = 0; i < n; ++i) {
    // The cube root of the rounding unit balances the errors of rounding and of the difference.
    const double h = 6e-6 * std::max(1.0, std::abs(theta[i]));
    point[i] = theta[i] + h;
    objective.valueAndGradient(point, above);
    const double right = point[i];
    point[i] = theta[i] - h;
    objective.valueAndGradient(point, below);
    for (Index j = 0; j < n; ++j) hessian[i][j] = (above[j] - below[j]) / (right - point[i]);
    point[i] = theta[i];
  }
  if (n == 1) return hessian[0][0];
  const double mean = 0.5 * (hessian[0][0] + hessian[1][1]);
  const double mixed = 0.5 * (hessian[0][1] + hessian[1][0]);
  return mean + std::hypot(0.5 * (hessian[0][0] - hessian[1][1]), mixed);
}

double largestLearningRate(std::string_view optimizer, const OptimizerSettings& settings,
                           double curvature) {
  makeOptimizer<double>(optimizer, 1, settings);  // refuses names and settings that cannot be
  constexpr double none = std::numeric_limits<double>::quiet_NaN();
  if (!(curvature > 0)) return none;
  const double mu = settings.momentum;
  if (optimizer == "sgd") return 2 / curvature;
  if (optimizer == "momentum") return 2 * (1 + mu) / curvature;
  if (optimizer == "nesterov") return 2 * (1 + mu) / ((1 + 2 * mu) * curvature);
  return none;
}

}  // namespace dd
