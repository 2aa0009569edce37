#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "descent/named.hpp"
#include "descent/optimizers.hpp"
#include "descent/random.hpp"
#include "nn/network.hpp"

namespace dd {

/// The curves that a lab's points are taken from, over x in −1 … 1 with y about −1 … 1.
enum class TargetCurve {
  sine,  ///< sin(πx)
  step,  ///< −0.8 below 0, else 0.8
  bump,  ///< 1.6·exp(−(4x)²) − 0.6
  fold,  ///< 1.6·|x| − 0.8
};
template <>
inline constexpr NameList namesOf<TargetCurve>{"curve", {"sine", "step", "bump", "fold"}};

double targetValue(TargetCurve curve, double x);

/// `count` points x, y, x, y, … of the curve, 1 … 200, evenly spread over −1 … 1 up to a small
/// jitter, with normal noise of standard deviation `noise` (0 … 10). One seed gives one set.
std::vector<double> noisyPoints(TargetCurve curve, Index count, double noise, std::uint64_t seed);

/// Forty other points of the same curve and noise, to test with.
std::vector<double> heldOutPoints(TargetCurve curve, double noise, std::uint64_t seed);

struct CurveFitSettings {
  Index units = 4;  ///< n, 1 … 64
  Activation activation = Activation::tanh;
  std::string optimizer = "adam";
  std::uint64_t seed = 1;  ///< of the initial weights
};

/// A 1-n-1 network that is fitted to points by the gradient of all of them:
/// ŷ(x) = c + Σⱼ vⱼ·f(wⱼ·x + bⱼ), J = ½·mean (ŷ − y)².
class CurveFit {
 public:
  /// Weights wⱼ ~ N(0, 3²) and bⱼ uniform in ±|wⱼ|, so that the bends lie across −1 … 1; vⱼ ~
  /// N(0, 1/n), c = 0. `points` and `heldOut` hold x, y, …, at most 200 points each, finite.
  /// Throws Error for settings out of range and for points that are none.
  CurveFit(const CurveFitSettings& settings, const std::vector<double>& points,
           const std::vector<double>& heldOut);
  /// Its parts refer to one another.
  CurveFit(const CurveFit&) = delete;
  CurveFit& operator=(const CurveFit&) = delete;

  /// Makes up to `count` steps with this η; fewer when J or θ would no longer be finite: then
  /// `diverged` is true, θ stays as it was, and no further step is made. Without points there is
  /// nothing to do. Throws Error for an η that is not above 0 and for a negative count.
  void train(Index count, double learningRate);

  Index steps() const { return steps_; }
  bool diverged() const { return diverged_; }
  /// J over the points that are learnt from, and over those held out; NaN where there are none.
  double loss() { return lossOver(points_); }
  double heldOutLoss() { return lossOver(heldOut_); }

  /// ŷ at each x.
  Vector<double> predict(const Vector<double>& x);
  /// vⱼ·f(wⱼ·x + bⱼ), (x × units): with c they add up to ŷ.
  Matrix<double> contributions(const Vector<double>& x);
  /// c and what the first `count` units add to it (0 … n), at each x.
  Vector<double> partialSum(const Vector<double>& x, Index count);
  double outputBias() const { return theta_[theta_.size() - 1]; }
  /// −bⱼ/wⱼ, where a unit's sum crosses zero; not finite for a unit that ignores x.
  Vector<double> bends() const;

  /// ReLUs whose sum is above zero at none of the points learnt from: no gradient reaches them.
  Index deadUnits();

  NetworkObjective<double>& objective() { return objective_; }
  const Vector<double>& theta() const { return theta_; }
  void setTheta(const Vector<double>& theta) { theta_ = theta; }

 private:
  double lossOver(const Matrix<double>& samples);

  Matrix<double> points_, heldOut_;  ///< (samples × 2): x, y
  Network<double> network_;
  NetworkObjective<double> objective_;
  std::unique_ptr<Optimizer<double>> optimizer_;
  Vector<double> theta_;
  Index steps_ = 0;
  bool diverged_ = false;
};

}  // namespace dd
