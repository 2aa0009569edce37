#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "labs/shared/plane_grid.hpp"
#include "nn/network.hpp"

namespace dd {

/// Four points, one for each quadrant, and how a network 2-n-4 (ReLU, softmax, cross-entropy) is
/// trained on them: full batches from weights of He's initialisation.
struct QuadrantsSettings {
  /// x, y of the points of quadrant I, II, III and IV.
  std::array<double, 8> points = {1, 1, -1, 1, -1, -1, 1, -1};
  Index hidden = 50;          ///< 1 … maxHidden
  double learningRate = 0.1;  ///< η ≥ 0
  std::uint64_t seed = 1;
  int steps = 200;  ///< 0 … maxSteps

  static constexpr Index maxHidden = 100;
  static constexpr int maxSteps = 5000;
};

/// The network after its training: a function of the settings alone.
class Quadrants {
 public:
  /// Throws Error when a setting is out of range or a coordinate not finite.
  explicit Quadrants(const QuadrantsSettings& settings);

  /// The step that made the weights infinite, or −1; the weights are those before it.
  int divergedAt() const { return divergedAt_; }
  double loss() const { return loss_; }  ///< mean cross-entropy over the four points
  /// Probabilities of the four points, (4 × 4); row: point, column: quadrant.
  const Matrix<double>& onPoints() const { return onPoints_; }
  /// Hidden units that are 0 on all four points: no gradient reaches them.
  Index silentUnits() const { return silentUnits_; }
  /// Loss before each step and after the last one.
  const std::vector<double>& losses() const { return losses_; }

  /// Softmax output at (x, y), which must be finite.
  std::array<double, 4> probabilities(double x, double y);
  /// Softmax output at each cell of the grid, (cells × 4).
  Matrix<float> field(const PlaneGrid& grid);

 private:
  Network<double> network_;
  Vector<double> theta_;
  Matrix<double> onPoints_;
  std::vector<double> losses_;
  double loss_ = 0;
  Index silentUnits_ = 0;
  int divergedAt_ = -1;
};

/// 0 … 3 for the quadrants I … IV. Axes count to the quadrant with the larger coordinates.
int quadrantOf(double x, double y);

/// Whether two of the four points, x, y each, are the same.
bool anyCoincide(const std::array<double, 8>& points);

/// Share of the cells whose most probable class is the quadrant that they lie in.
double ownQuadrantShare(ConstMatrixRef<float> probabilities, const PlaneGrid& grid);

}  // namespace dd
