#include "labs/nonlinear_backprop/nonlinear_backprop.hpp"

#include <cmath>

#include "descent/error.hpp"

namespace dd {
namespace {

NonlinearRound handBack(double x, double target) {
  NonlinearRound round{};
  round.x = x;
  round.a = x * x;
  round.b = std::log(round.a);
  round.c = std::sqrt(round.b);
  round.squareSlope = 2 * x;
  round.logSlope = 1 / round.a;
  round.rootSlope = 1 / (2 * round.c);
  round.deltaC = round.c - target;
  round.deltaB = round.deltaC / round.rootSlope;
  round.deltaA = round.deltaB / round.logSlope;
  round.deltaX = round.deltaA / round.squareSlope;
  round.next = x - round.deltaX;
  return round;
}

}  // namespace

NonlinearRounds nonlinearRounds(double start, double target, int limit) {
  requireFinite("startX", std::isfinite(start));
  requireAtLeast("target", target, 0);
  requireRange("rounds", limit, 1, NonlinearRounds::maxRounds);
  using enum NonlinearRounds::Ending;
  NonlinearRounds result{{}, unfinished, start, std::exp(target * target / 2)};
  for (int i = 0; i < limit && result.ending == unfinished; ++i) {
    // Not by x * x, which may overflow or vanish.
    if (!(std::abs(result.last) >= 1) || !std::isfinite(result.last * result.last)) {
      result.ending = outside;
      break;
    }
    const NonlinearRound round = handBack(result.last, target);
    result.rounds.push_back(round);
    if (std::abs(round.deltaC) <= NonlinearRounds::tolerance) {
      result.ending = reached;
    } else if (round.b == 0) {
      result.ending = stuck;
    }
    result.last = round.next;
  }
  if (result.ending == unfinished && std::abs(result.last) < 1) result.ending = outside;
  return result;
}

NonlinearCurve nonlinearCurve(double end, Index count) {
  if (!(end > 1 && std::isfinite(end))) throw Error("curveEnd");
  requireRange("points", count, 2, 100'000);
  NonlinearCurve curve;
  curve.c = Vector<double>::LinSpaced(count, 0, std::sqrt(2 * std::log(end)));
  curve.x = (curve.c.array().square() / 2).exp();
  return curve;
}

}  // namespace dd
