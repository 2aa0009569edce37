#pragma once

#include <vector>

#include "descent/named.hpp"
#include "descent/types.hpp"

namespace dd {

/// One round of the chain x → a = x² → b = ln a → c = √b: the values forward, then the error of c
/// turned into an error of b, of a and of x, each by dividing by one local derivative.
struct NonlinearRound {
  double x, a, b, c;
  double squareSlope;  ///< da/dx = 2x
  double logSlope;     ///< db/da = 1/a
  double rootSlope;    ///< dc/db = 1/(2√b), infinite where b = 0
  double deltaC;       ///< c − y
  double deltaB, deltaA, deltaX;
  double next;  ///< x − Δx
};

struct NonlinearRounds {
  enum class Ending {
    reached,     ///< |c − y| ≤ tolerance
    outside,     ///< |x| < 1, where ln x² has no root
    stuck,       ///< |x| = 1: the root is vertical there and hands back nothing
    unfinished,  ///< more rounds were needed than were asked for
  };
  std::vector<NonlinearRound> rounds;
  Ending ending;
  double last;   ///< x after the last round
  double exact;  ///< the solution e^(y²/2)

  static constexpr double tolerance = 1e-9;
  static constexpr int maxRounds = 100;
};
template <>
inline constexpr NameList namesOf<NonlinearRounds::Ending>{
    "ending", {"reached", "outside", "stuck", "unfinished"}};

/// Rounds from x = `start` towards c = `target` until one of the endings. Throws
/// Error when a number is not finite, for a target < 0, which no root reaches, and
/// unless 1 ≤ `limit` ≤ maxRounds.
NonlinearRounds nonlinearRounds(double start, double target, int limit);

/// The curve c(x) = √(ln x²) at `count` ≥ 2 points from x = 1 to `end` > 1, evenly spaced in c.
struct NonlinearCurve {
  Vector<double> x, c;
};
NonlinearCurve nonlinearCurve(double end, Index count);

}  // namespace dd
