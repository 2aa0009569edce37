#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

#include "nn/network.hpp"
#include "nn/samples.hpp"
#include "nn/training_path.hpp"

namespace dd {

/// The plane θ + a·d₁ + b·d₂ in parameter space. d₁ and d₂ need not be orthogonal.
struct Plane {
  Vector<float> origin;  ///< θ
  Vector<float> d1, d2;  ///< as long as θ, linearly independent

  /// θ + a·d₁ + b·d₂.
  Vector<float> at(double a, double b) const;
  /// (a, b) of the point of the plane that is nearest to `theta` (least squares).
  std::array<double, 2> project(ConstVectorRef<float> theta) const;
};

/// Two random directions, filter-normalised (Li et al., Visualizing the Loss Landscape of Neural
/// Nets, 2018, section 4): standard normal numbers, of which what belongs to one unit, its column
/// of W and its bias, is scaled to the length that it has in θ. At a = 1 every unit is thus changed
/// by as much as it is. Throws Error when θ is 0 and so has no length to go by.
Plane randomPlane(const Network<float>& network, ConstVectorRef<float> theta, std::uint64_t seed);

/// The plane through θ that holds most of the path to it: the first two principal components of
/// θₖ − θ (Li et al., 2018, section 7), as the eigenvectors of their Gram matrix. They are
/// orthogonal and both as long as the furthest point's distance from θ within the plane, so that
/// the path lies in |a|, |b| ≤ 1. Signs: the path begins at a ≤ 0, b ≤ 0.
/// Throws Error when the path does not span a plane.
Plane pathPlane(const TrainingPath& path, ConstVectorRef<float> theta);

/// The objective J of training on a square of a plane: mean loss over a fixed sample plus
/// ½·l2·Σ w². Computed in slices.
///
/// The scores of the first layer are linear in (a, b): X·W + b is computed three times in all, for
/// θ, d₁ and d₂, not once for each point. In 784-64-16-10 that is 98 % of the work.
class Landscape {
 public:
  struct Settings {
    Index size = 41;            ///< points along each side, minSize … maxSize, odd: one is θ
    double radius = 1;          ///< a and b go from −radius to radius
    std::size_t samples = 500;  ///< 1 … maxSamples, the first ones
    double l2 = 0;
  };
  static constexpr Index minSize = 3, maxSize = 201;
  static constexpr std::size_t maxSamples = 2000;
  static constexpr double maxRadius = 100;

  /// Throws Error for a setting out of range.
  Landscape(const Network<float>& network, Plane plane, std::shared_ptr<Samples> samples,
            const Settings& settings);

  /// Does `count` more units of work with `network` (of the same architecture). A unit is one
  /// forward pass of up to `chunk` samples.
  void advance(Network<float>& network, std::size_t count);

  bool finished() const { return done_ == total_; }
  std::size_t done() const { return done_; }    ///< units
  std::size_t total() const { return total_; }  ///< units

  const Plane& plane() const { return plane_; }
  const Settings& settings() const { return settings_; }
  /// J row by row, a from −radius to radius in each, b from −radius to radius over the rows; NaN
  /// where J is not finite or has not been computed yet.
  const std::vector<double>& values() const { return values_; }
  /// J at θ, the middle.
  double centre() const { return values_[values_.size() / 2]; }

  /// Rows in one forward pass.
  static constexpr std::size_t chunk = 125;

 private:
  /// Some samples: their labels and the first layer's scores, (rows × units).
  struct Chunk {
    Matrix<float> scores, along1, along2;
    Matrix<float> targets;
  };

  void prepareChunk(const Network<float>& network);
  void evaluateChunk(Network<float>& network);
  double coordinate(Index i) const;
  double penalty(double a, double b) const;

  Plane plane_;
  std::shared_ptr<Samples> samples_;
  Settings settings_;
  std::vector<Chunk> chunks_;
  std::size_t chunkCount_;
  std::size_t done_ = 0, total_;
  double lossSum_ = 0;  ///< over the samples done at the present point
  Vector<float> theta_;
  Matrix<float> firstScores_;
  std::array<double, 6> squares_{};  ///< ww, 11, 22, w1, w2, 12 products over all weights
  std::vector<double> values_;
};

}  // namespace dd
