#pragma once

#include "descent/named.hpp"
#include "descent/trajectory.hpp"

namespace dd {

/// What a descent did, in one word. The criteria are meant for the eye: they agree with what a
/// person sees in the path, for every optimizer and for functions of which nothing is known.
///
/// They look at the last points of the path (half of it, at least 8 and at most 200, as far as
/// there are any). A *crossing* is a change of sign in a component of ∇J that makes up at least a
/// tenth of ‖∇J‖: the path has stepped over a valley; one alone counts only if the path turned back
/// or uphill by it. The *factor* is the mean factor a step by which the peaks of ‖∇J‖ change over
/// those points; on a quadratic and with plain gradient descent it is that of the distance too:
/// |1 − η·L|.
enum class Behaviour {
  waiting,    ///< no step has been made
  undefined,  ///< J or ∇J has no finite value at the start, or the path left where J is defined
  diverged,   ///< J, ∇J or θ grew beyond all numbers
  converged,  ///< a stop rule holds, or ∇J has all but vanished; no lower point is near
  stuck,      ///< as `converged`, but lower points are near (a saddle, a hilltop, a plateau); or
              ///< steps too small to change θ

  // With crossings:
  cycling,    ///< returns to the same 2 … 8 points
  diverging,  ///< the peaks of ‖∇J‖ grow, and J exceeds all that it was before. Without
              ///< crossings: ‖∇J‖ grows, and θ is a hundred times as far away as the start was
  oscillating,  ///< the peaks of ‖∇J‖ shrink: swings ever closer
  wandering,    ///< neither, in four steps or more: jumps about and gets no closer

  // Without:
  converging,  ///< factor ≤ 0.75: a quarter of the way, or more, in each step
  crawling,    ///< factor ≤ 0.995, or steps below a hundredth of max(1, ‖θ‖∞)
  descending,  ///< downhill in steps that do not shrink, as on |x|
};
template <>
inline constexpr NameList namesOf<Behaviour>{
    "behaviour",
    {"waiting", "undefined", "diverged", "converged", "stuck", "cycling", "diverging",
     "oscillating", "wandering", "converging", "crawling", "descending"}};

struct TrajectorySummary {
  Behaviour behaviour;
  /// How the path moved before it arrived, stuck or broke off: `waiting` without a step, else one
  /// of the last seven.
  Behaviour approach;
  /// As above; NaN without a step. Below 1: shrinking.
  double factor;
  /// The first step at which the path had arrived (or stuck) in the sense of `converged`; −1 if it
  /// has not.
  Index arrivedAt;
};

/// `objective` is the one that `path` went down.
TrajectorySummary summarize(Objective<double>& objective, const Trajectory& path);

}  // namespace dd
