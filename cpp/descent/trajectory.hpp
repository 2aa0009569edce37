#pragma once

#include <functional>
#include <limits>
#include <string>
#include <vector>

#include "descent/named.hpp"
#include "descent/objective.hpp"
#include "descent/optimizers.hpp"

namespace dd {

struct DescentSettings {
  std::string optimizer = "sgd";
  OptimizerSettings optimizerSettings;
  double learningRate = 0.1;  ///< η, finite and > 0
  Vector<double> start;       ///< θ₀, finite
  Index steps = 0;            ///< at most this many; 0 … 100,000
  /// The path ends at the first point, θ₀ included, with J or ‖∇J‖ below these. A rule of NaN or
  /// −∞ never holds.
  double stopBelowValue = -std::numeric_limits<double>::infinity();
  double stopBelowGradient = -std::numeric_limits<double>::infinity();
};

/// The path of a descent: point 0 is the start, point k is θ after k steps.
struct Trajectory {
  enum class State {
    running,    ///< all steps were made
    converged,  ///< a stop rule held at the last point
    diverged    ///< J, ∇J or θ stopped being finite; the path ends at the last finite point
  };

  Index dimension = 0;                ///< n
  std::vector<double> theta;          ///< n numbers a point
  std::vector<double> gradients;      ///< n numbers a point, ∇J
  std::vector<double> values;         ///< J, one a point
  std::vector<double> gradientNorms;  ///< ‖∇J‖₂, one a point
  State state = State::running;
  bool stoppedByValue = false;  ///< converged: the rule on J held
  bool noisy = false;           ///< the steps followed estimates of ∇J
  /// The step that led to no finite point, else −1. 0: J or ∇J is not finite at the start itself,
  /// which is then the one point of the path.
  Index divergedAt = -1;
  std::vector<double> failedTheta;  ///< diverged: where that step led, n numbers
  double failedValue = 0;           ///< diverged: J there; ∞ when θ itself is not finite

  Index steps() const { return static_cast<Index>(values.size()) - 1; }
  Eigen::Map<const Vector<double>> point(Index k) const {
    return Eigen::Map<const Vector<double>>(theta.data() + k * dimension, dimension);
  }
};

template <>
inline constexpr NameList namesOf<Trajectory::State>{"state", {"running", "converged", "diverged"}};

/// Writes the gradient that the next step is to follow, an estimate of ∇J(θ).
using GradientEstimate =
    std::function<void(ConstVectorRef<double> theta, VectorRef<double> gradient)>;

/// Walks down `objective`. With an `estimate` the steps follow it, while J and ∇J of the path, the
/// stop rules and divergence are those of the objective.
///
/// Throws Error for settings out of their ranges, and for an optimizer's name or
/// settings that makeOptimizer refuses.
Trajectory descend(Objective<double>& objective, const DescentSettings& settings,
                   const GradientEstimate& estimate = {});

}  // namespace dd
