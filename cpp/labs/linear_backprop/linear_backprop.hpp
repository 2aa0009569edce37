#pragma once

#include <vector>

#include "descent/named.hpp"
#include "descent/types.hpp"

namespace dd {

/// z = x·y with x = 2w + 3b and y = 2b + 1, and every derivative on the way back.
struct LinearGraph {
  double w, b;
  double x, y, z;
  double dzdx, dzdy;        ///< y and x
  double dxdw, dxdb, dydb;  ///< 2, 3 and 2
  double dzdw;              ///< ∂z/∂x · ∂x/∂w
  double dzdbByX, dzdbByY;  ///< the two ways from b to z: ∂z/∂x · ∂x/∂b and ∂z/∂y · ∂y/∂b
  double dzdb;              ///< their sum
};

LinearGraph linearGraph(double w, double b);

/// Which inputs answer for the error.
enum class Changed { w, b, both };
template <>
inline constexpr NameList namesOf<Changed>{"changing", {"w", "b", "both"}};

struct LinearRoundsSettings {
  double w = 3, b = 4;
  double target = 150;
  Changed changed = Changed::b;
  /// The derivatives are computed anew in each round; false: those of the first round serve for
  /// all.
  bool newFactors = true;
  Index rounds = 0;  ///< at most this many; 0 … 100
};

/// One row of the table.
struct LinearRound {
  LinearGraph graph;
  double error;             ///< z − target
  double factorW, factorB;  ///< ∂z/∂w and ∂z/∂b, as they are used in this round
  /// What this round takes off w and b: error / factor of the one that is changed, half of it each
  /// if both are. Not finite where a factor is 0.
  double deltaW, deltaB;
};

struct LinearRounds {
  enum class State {
    running,   ///< all rounds were made
    arrived,   ///< |error| < 10⁻⁴ in the last row
    stuck,     ///< a factor of the last row is 0: no change that it stands for moves z
    diverged,  ///< |error| exceeds 10⁹ in the last row
  };
  std::vector<LinearRound> rows;  ///< row 0 is the start
  State state = State::running;
};
template <>
inline constexpr NameList namesOf<LinearRounds::State>{"state",
                                                       {"running", "arrived", "stuck", "diverged"}};

/// Hands the error back round by round: a start that has not arrived, and is not stuck, takes off
/// what it owes, is computed forward again, and so on. Throws Error for numbers
/// that are not finite or beyond ±10⁶, and for a number of rounds out of range.
LinearRounds linearRounds(const LinearRoundsSettings& settings);

}  // namespace dd
