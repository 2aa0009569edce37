#include "descent/behaviour.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace dd {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

/// The point from which on ∇J has all but vanished: ‖∇J‖ at most 10⁻⁹, or 10⁻⁹ of its largest so
/// far where that is below 1, or 10⁻¹³ of it where rounding allows no less. −1: it has not.
Index restingSince(const Trajectory& path) {
  double largest = 0;
  Index since = -1;
  for (Index k = 0; k <= path.steps(); ++k) {
    const double norm = path.gradientNorms[k];
    largest = std::max(largest, norm);
    const bool resting = norm <= std::max(1e-9 * std::min(largest, 1.0), 1e-13 * largest);
    if (!resting) since = -1;
    if (resting && since < 0) since = k;
  }
  return since;
}

/// Whether a circle around the point holds a J lower than the slope there accounts for: by
/// J(θ + r·u) ≥ J(θ) − r·‖∇J‖ it never does in the neighbourhood of a convex function's minimum.
bool hasLowerNeighbour(Objective<double>& objective, const Trajectory& path, Index k) {
  const Vector<double> theta = path.point(k);
  const double radius = std::max(0.05, 0.0025 * theta.lpNorm<Eigen::Infinity>());
  const double value = path.values[k];
  const double bound =
      value - radius * path.gradientNorms[k] - 1e-12 * std::max(1.0, std::abs(value));
  const int directions = path.dimension == 1 ? 2 : 24;
  Vector<double> neighbour = theta;
  for (int i = 0; i < directions; ++i) {
    const double angle = 2 * std::numbers::pi * i / directions;
    neighbour[0] = theta[0] + radius * std::cos(angle);
    if (path.dimension > 1) neighbour[1] = theta[1] + radius * std::sin(angle);
    if (objective.value(neighbour) < bound) return true;
  }
  return false;
}

/// The points begin … end of a path.
class Window {
 public:
  Window(const Trajectory& path, Index end)
      : path_(path),
        begin_(end - std::min(end, std::clamp<Index>(end / 2, 8, 200))),
        end_(end),
        blocks_(end_ - begin_ >= 16 ? 4 : 2) {
    for (Index b = 0; b < blocks_; ++b) peaks_[b] = findPeak(edge(b), edge(b + 1));
  }

  Index steps() const { return end_ - begin_; }

  /// As defined for Behaviour.
  double factor() const {
    const Peak &first = peaks_[0], &last = peaks_[blocks_ - 1];
    return std::pow(last.norm / first.norm, 1.0 / static_cast<double>(last.index - first.index));
  }

  bool shrinks() const {
    if (path_.noisy && !(last() < 0.5 * peaks_[0].norm)) return false;
    return peaksChangeBy([](double before, double after) { return after < before * (1 - 1e-6); });
  }
  bool grows() const {
    if (path_.noisy && !(last() > 2 * peaks_[0].norm)) return false;
    return peaksChangeBy([](double before, double after) { return after > before * (1 + 1e-6); });
  }

  bool crosses() const {
    Index crossings = 0;
    for (Index i = 0; i < path_.dimension; ++i) crossings = std::max(crossings, crossingsOf(i));
    if (crossings != 1) return crossings > 1;
    // One alone may be a bend of the path; it is an overshoot when the path went uphill or back.
    const bool uphill = path_.values[end_] > path_.values[end_ - 1];
    return uphill || (end_ - begin_ < 8 && turnsBack());
  }

  /// Whether the last points are those of `period` steps before, to 10⁻⁴ of the longest step. With
  /// fewer than two rounds to compare, they must be the same but for rounding.
  bool repeatsAfter(Index period) const {
    const Index compared = std::min(period, end_ + 1 - period);
    if (compared < 1) return false;
    double longest = 0, deviation = 0;
    for (Index k = end_ - compared + 1; k <= end_; ++k) {
      longest = std::max(longest, (path_.point(k) - path_.point(k - 1)).stableNorm());
      deviation = std::max(deviation, (path_.point(k) - path_.point(k - period)).stableNorm());
    }
    return deviation <= (compared == period ? 1e-4 : 1e-12) * longest;
  }

  bool cycles() const {
    if (end_ == 1) {  // to the mirror image of the start: the next step leads back
      return std::abs(factor() - 1) < 1e-9 &&
             std::abs(path_.values[1] - path_.values[0]) <= 1e-9 * std::abs(path_.values[0]);
    }
    for (Index period = 2; period <= 8; ++period) {
      if (repeatsAfter(period)) return true;
    }
    return false;
  }

  bool exceedsAllBefore() const {
    const auto values = path_.values.begin();
    const auto tail = values + edge(blocks_ - 1);
    return *std::max_element(tail, values + end_ + 1) >= *std::max_element(values, tail);
  }

  bool farAway() const {
    const double start = path_.point(0).stableNorm();
    return (path_.point(end_) - path_.point(0)).stableNorm() > 100 * std::max(1.0, start);
  }

  bool smallSteps() const {
    const double step = (path_.point(end_) - path_.point(end_ - 1)).stableNorm();
    return step <= 0.01 * std::max(1.0, path_.point(end_).lpNorm<Eigen::Infinity>());
  }

 private:
  struct Peak {
    Index index;
    double norm;
  };

  /// The first point of a block; the blocks share the points evenly.
  Index edge(Index block) const { return begin_ + block * (end_ - begin_ + 1) / blocks_; }

  Peak findPeak(Index from, Index to) const {
    const auto norms = path_.gradientNorms.begin();
    const auto peak = std::max_element(norms + from, norms + to);
    return {static_cast<Index>(peak - norms), *peak};
  }

  double last() const { return peaks_[blocks_ - 1].norm; }

  template <class Compare>
  bool peaksChangeBy(Compare compare) const {
    for (Index b = 1; b < blocks_; ++b) {
      if (!compare(peaks_[b - 1].norm, peaks_[b].norm)) return false;
    }
    return true;
  }

  bool turnsBack() const {
    using Gradient = Eigen::Map<const Vector<double>>;
    const Index n = path_.dimension;
    for (Index k = begin_ + 1; k <= end_; ++k) {
      const double* gradient = path_.gradients.data() + k * n;
      if (Gradient(gradient, n).dot(Gradient(gradient - n, n)) < 0) return true;
    }
    return false;
  }

  Index crossingsOf(Index component) const {
    Index crossings = 0;
    for (Index k = begin_ + 1; k <= end_; ++k) {
      const double before = path_.gradients[(k - 1) * path_.dimension + component];
      const double after = path_.gradients[k * path_.dimension + component];
      const double share = 0.1 * std::max(path_.gradientNorms[k - 1], path_.gradientNorms[k]);
      const bool turned = (before < 0 && after > 0) || (before > 0 && after < 0);
      crossings += turned && std::max(std::abs(before), std::abs(after)) >= share;
    }
    return crossings;
  }

  const Trajectory& path_;
  Index begin_, end_, blocks_;
  Peak peaks_[4];
};

Behaviour motion(const Window& window) {
  if (window.crosses()) {
    if (window.cycles()) return Behaviour::cycling;
    if (window.shrinks()) return Behaviour::oscillating;
    if (window.grows() && window.exceedsAllBefore()) return Behaviour::diverging;
    return window.steps() < 4 ? Behaviour::oscillating : Behaviour::wandering;
  }
  if (window.grows() && window.farAway()) return Behaviour::diverging;
  if (window.factor() <= 0.75) return Behaviour::converging;
  if (window.factor() <= 0.995 || window.smallSteps()) return Behaviour::crawling;
  return Behaviour::descending;
}

Behaviour brokenOff(const Trajectory& path) {
  if (path.divergedAt == 0) return Behaviour::undefined;
  // Polynomials of large numbers overflow, and then may give ∞ − ∞; at moderate θ only a function
  // that is not defined there has no value.
  double largest = 0;
  for (const double component : path.failedTheta) {
    largest = std::max(largest, std::isfinite(component) ? std::abs(component) : HUGE_VAL);
  }
  const bool moderate = largest < 1e20;
  return moderate && !std::isinf(path.failedValue) ? Behaviour::undefined : Behaviour::diverged;
}

}  // namespace

TrajectorySummary summarize(Objective<double>& objective, const Trajectory& path) {
  const Index last = path.steps();
  const bool broken = path.state == Trajectory::State::diverged;
  const bool stopped = path.state == Trajectory::State::converged;
  TrajectorySummary result{Behaviour::waiting, Behaviour::waiting, nan, -1};
  if (path.divergedAt == 0) {
    result.behaviour = Behaviour::undefined;
    return result;
  }

  const Index rest = restingSince(path);
  const bool atRest = rest >= 0 && !broken;
  const Index end = atRest ? rest : last;
  if (end > 0) {
    const Window window(path, end);
    result.approach = motion(window);
    result.factor = window.factor();
  }

  if (broken) {
    result.behaviour = brokenOff(path);
  } else if (stopped || atRest) {
    const bool stuck = !path.stoppedByValue && hasLowerNeighbour(objective, path, last);
    result.behaviour = stuck ? Behaviour::stuck : Behaviour::converged;
    result.arrivedAt = end;
  } else if (last > 0 && path.point(last) == path.point(last - 1)) {
    result.behaviour = Behaviour::stuck;
  } else {
    result.behaviour = result.approach;
  }
  return result;
}

}  // namespace dd
