#pragma once

#include <vector>

#include "descent/functions.hpp"
#include "descent/named.hpp"

namespace dd {

/// What is done to an input before a line is fitted over it: z = (x − shift) / scale.
enum class Treatment {
  none,
  centred,       ///< the mean taken away
  scaled,        ///< divided by the standard deviation
  standardised,  ///< both
};
template <>
inline constexpr NameList namesOf<Treatment>{"treatment",
                                             {"none", "centred", "scaled", "standardised"}};

/// Twenty inputs, evenly spread, with this mean and standard deviation.
struct InputSpread {
  double offset = 0;  ///< mean, finite, at most 10⁶ from 0
  double spread = 1;  ///< standard deviation, 0 … 10⁶
};

/// x₁ … x₂₀. Throws Error for a mean or deviation out of range.
Vector<double> inputsOf(const InputSpread& input);

/// How much higher than at its minimum the error of a line w·z + b is, over the distances (Δw, Δb)
/// from the best w and b: ½·mean (Δw·z + Δb)², whatever was to be fitted. An input that does not
/// vary is not divided by its deviation of 0.
class ExcessError final : public Objective<double> {
 public:
  ExcessError(const InputSpread& input, Treatment treatment);

  Index dimension() const override { return 2; }
  double value(ConstVectorRef<double> theta) override;
  double valueAndGradient(ConstVectorRef<double> theta, VectorRef<double> gradient) override;

  /// The eigenvalues of the Hessian [[mean z², mean z], [mean z, 1]], the larger one first.
  Coordinates curvatures() const;
  /// κ = L/l; ∞ for an input that does not vary.
  double condition() const;
  /// 2/(L + l), with which every distance shrinks at least by (κ − 1)/(κ + 1) a step.
  double bestRate() const;
  /// 2/L.
  double largestRate() const;
  const Vector<double>& z() const { return z_; }

 private:
  Vector<double> z_;
  double mean_, squares_, variance_;
};

/// A descent over (Δw, Δb) until the distance from the minimum is a millionth of what it was.
struct ScalingRun {
  enum class State {
    arrived,
    late,      ///< not after the 100,000 steps that it was given
    diverged,  ///< a million times as far away as at the start
  };
  State state = State::arrived;
  Index steps = 0;
  std::vector<double> path;  ///< Δw, Δb, …: each of the first 400 points, later fewer
};
template <>
inline constexpr NameList namesOf<ScalingRun::State>{"state", {"arrived", "late", "diverged"}};

/// Throws Error for a learning rate that is not above 0 or a start that is not finite.
ScalingRun descendScaled(ExcessError& error, double learningRate, double startW, double startB);

}  // namespace dd
