#pragma once

#include <cstdint>
#include <vector>

#include "descent/named.hpp"
#include "model/model.hpp"

namespace dd {

/// The gradient of a digit network on a few synthetic digits, in double precision, against
/// differences of its loss: one weight at a time.
class DigitGradient {
 public:
  /// Which gradient is checked: the right one, or what a mistake in the code would give.
  enum class Code {
    right,
    sum,    ///< added up over the samples instead of averaged
    slope,  ///< f′(z) of the hidden layers left out on the way back
  };
  /// A weight; `input` = fan-in means the unit's bias.
  struct Weight {
    std::size_t layer;
    Index unit, input;
  };
  struct Difference {
    double central;                     ///< (J(w + ε) − J(w − ε)) / 2ε
    double forward;                     ///< (J(w + ε) − J(w)) / ε
    double centralError, forwardError;  ///< relative to the gradient, see `relativeError`
    Index kinks;  ///< ReLUs, over all samples, that switch between w − ε and w + ε
  };

  /// Throws Error unless the model takes images and gives ten classes by a loss
  /// that it can be trained with, and unless there are 1 … maxSamples samples.
  DigitGradient(const Model& model, std::size_t samples, std::uint64_t seed);

  const Architecture& architecture() const { return network_.architecture(); }
  double loss() const { return loss_; }

  double weight(const Weight& weight) const { return theta_[place(weight)]; }
  double gradient(const Weight& weight, Code code) const {
    return gradients_[index(code)][place(weight)];
  }
  /// The weight of a layer (no bias) with the largest gradient.
  Weight strongest(std::size_t layer) const;
  /// ∂J/∂w of all weights into a unit (fan-in), without its bias.
  Vector<double> unitGradient(std::size_t layer, Index unit, Code code) const;

  /// Throws Error unless minEpsilon ≤ ε ≤ 1, and, as all of these, for a weight that there is not.
  Difference difference(const Weight& weight, double epsilon, Code code);

  static constexpr std::size_t maxSamples = 100;
  static constexpr double minEpsilon = 1e-13;

 private:
  Index place(const Weight& weight) const;
  static std::size_t index(Code code) { return static_cast<std::size_t>(code); }
  /// J with the weight at `value`; notes which ReLUs are on.
  double lossAt(const Weight& weight, double value, std::vector<bool>& on);
  Vector<double> gradientWithoutSlopes();

  Network<double> network_;
  Vector<double> theta_;
  Matrix<double> inputs_, targets_;
  Matrix<double> scores_;  ///< Z of the first layer, (samples × units)
  Matrix<double> changedScores_;
  double loss_ = 0;
  std::vector<Vector<double>> gradients_;  ///< by Code
  std::vector<bool> on_, onAbove_, onBelow_;
};

/// |numeric − analytic| / max(|numeric|, |analytic|); 0 where both are 0.
double relativeError(double numeric, double analytic);

template <>
inline constexpr NameList namesOf<DigitGradient::Code>{"code", {"right", "sum", "slope"}};

}  // namespace dd
