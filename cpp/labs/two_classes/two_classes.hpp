#pragma once

#include <array>
#include <optional>
#include <vector>

#include "labs/shared/plane_grid.hpp"

namespace dd {

/// Labelled points of the plane, as one logistic neuron a = σ(w₁x₁ + w₂x₂ + b) is to tell them
/// apart.
struct TwoClassPoints {
  Matrix<double> x;  ///< (points × 2)
  Vector<double> y;  ///< 0 or 1

  static constexpr std::size_t maxPoints = 200;

  /// From x₁, x₂, y, x₁, x₂, y, … Throws Error for another length, more than
  /// maxPoints points, a coordinate that is not finite or a label other than 0 and 1.
  static TwoClassPoints fromList(const std::vector<double>& list);
};

/// The three numbers of the neuron: w₁, w₂, b.
using LogisticTheta = std::array<double, 3>;

/// How the neuron does. Without points, loss and accuracy are NaN and the gradient is 0.
struct LogisticResult {
  Vector<double> a;           ///< σ(z) of each point
  Vector<double> difference;  ///< a − y of each point
  double loss;                ///< mean binary cross-entropy
  LogisticTheta gradient;     ///< (Xᵀ(A − Y)/m, mean of A − Y)
  double accuracy;            ///< share of the points with (a > ½) = y
  double norm;                ///< ‖w‖
};

/// Throws Error when a number of θ is not finite.
LogisticResult logisticNeuron(const TwoClassPoints& points, const LogisticTheta& theta);

/// `steps` (0 … 100,000) of θ ← θ − η·∇J(θ) with all points. Throws Error as above
/// and for a learning rate that is negative or not finite.
LogisticTheta logisticDescent(const TwoClassPoints& points, LogisticTheta theta,
                              double learningRate, int steps);

/// Whether a straight line has all points of class 0 strictly on one side and all of class 1 on
/// the other; false when a class has no point. Tries every direction that can be the shortest way
/// between the two convex hulls, O(n³).
bool areSeparable(const TwoClassPoints& points);

/// How many points stand exactly where a point of the other class stands.
int contradictions(const TwoClassPoints& points);

/// Both ends, x, y, x, y, of the line w₁x₁ + w₂x₂ + b = z within the square |x₁|, |x₂| ≤ `radius`;
/// nothing when the line does not meet it or w = 0.
std::optional<std::array<double, 4>> scoreLine(const LogisticTheta& theta, double z, double radius);

/// The probabilities of class 1 and of class 0 at each cell of the grid, (cells × 2).
Matrix<float> logisticField(const LogisticTheta& theta, const PlaneGrid& grid);

}  // namespace dd
