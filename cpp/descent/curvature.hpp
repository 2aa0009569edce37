#pragma once

#include <string_view>

#include "descent/objective.hpp"
#include "descent/optimizers.hpp"

namespace dd {

/// The largest eigenvalue of the Hessian at θ, from central differences of the gradient, for
/// objectives of one or two variables (Error for more). NaN where a gradient that
/// it needs is not finite.
double largestCurvature(Objective<double>& objective, ConstVectorRef<double> theta);

/// The η below which an optimizer converges on a quadratic whose Hessian has the largest eigenvalue
/// L > 0 (the roots of the recurrence for that eigenvector leave the unit circle there):
///   sgd       2 / L
///   momentum  2·(1 + μ) / L                (B. T. Polyak, 1964)
///   nesterov  2·(1 + μ) / ((1 + 2μ)·L)
/// NaN for the adaptive ones, whose steps do not shrink with the gradient, and for L ≤ 0 or NaN.
/// Throws Error for an unknown optimizer.
double largestLearningRate(std::string_view optimizer, const OptimizerSettings& settings,
                           double curvature);

}  // namespace dd
