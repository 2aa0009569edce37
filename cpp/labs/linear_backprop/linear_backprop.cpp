#include "labs/linear_backprop/linear_backprop.hpp"

#include <cmath>

#include "descent/error.hpp"

namespace dd {
namespace {

constexpr double closeEnough = 1e-4;
constexpr double lost = 1e9;
constexpr double largest = 1e6;
constexpr Index maxRounds = 100;

LinearRound roundAt(const LinearRoundsSettings& settings, double w, double b,
                    const LinearGraph& factors) {
  LinearRound round;
  round.graph = linearGraph(w, b);
  round.error = round.graph.z - settings.target;
  round.factorW = factors.dzdw;
  round.factorB = factors.dzdb;
  const double share = settings.changed == Changed::both ? round.error / 2 : round.error;
  round.deltaW = settings.changed == Changed::b ? 0 : share / round.factorW;
  round.deltaB = settings.changed == Changed::w ? 0 : share / round.factorB;
  return round;
}

LinearRounds::State stateAt(const LinearRound& round) {
  if (std::abs(round.error) < closeEnough) return LinearRounds::State::arrived;
  if (!(std::abs(round.error) <= lost)) return LinearRounds::State::diverged;
  if (!std::isfinite(round.deltaW) || !std::isfinite(round.deltaB))
    return LinearRounds::State::stuck;
  return LinearRounds::State::running;
}

}  // namespace

LinearGraph linearGraph(double w, double b) {
  LinearGraph graph;
  graph.w = w;
  graph.b = b;
  graph.x = 2 * w + 3 * b;
  graph.y = 2 * b + 1;
  graph.z = graph.x * graph.y;
  graph.dzdx = graph.y;
  graph.dzdy = graph.x;
  graph.dxdw = 2;
  graph.dxdb = 3;
  graph.dydb = 2;
  graph.dzdw = graph.dzdx * graph.dxdw;
  graph.dzdbByX = graph.dzdx * graph.dxdb;
  graph.dzdbByY = graph.dzdy * graph.dydb;
  graph.dzdb = graph.dzdbByX + graph.dzdbByY;
  return graph;
}

LinearRounds linearRounds(const LinearRoundsSettings& settings) {
  requireRange("w", settings.w, -largest, largest);
  requireRange("b", settings.b, -largest, largest);
  requireRange("target", settings.target, -largest, largest);
  requireRange("rounds", settings.rounds, 0, maxRounds);
  LinearRounds table;
  double w = settings.w, b = settings.b;
  const LinearGraph first = linearGraph(w, b);
  while (true) {
    const LinearRound round =
        roundAt(settings, w, b, settings.newFactors ? linearGraph(w, b) : first);
    table.rows.push_back(round);
    table.state = stateAt(round);
    const bool all = static_cast<Index>(table.rows.size()) > settings.rounds;
    if (all || table.state != LinearRounds::State::running) return table;
    w -= round.deltaW;
    b -= round.deltaB;
  }
}

}  // namespace dd
