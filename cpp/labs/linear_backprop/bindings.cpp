#include "bindings/values.hpp"
#include "labs/linear_backprop/linear_backprop.hpp"

namespace dd::bindings {

namespace {

template <double LinearGraph::*member>
double ofGraph(const LinearRound& round) {
  return round.graph.*member;
}
template <double LinearGraph::*... members>
void addGraph(Result<LinearRound>& round) {
  (round.field<ofGraph<members>>(nameOf<members>.data()), ...);
}

}  // namespace

EMSCRIPTEN_BINDINGS(lab_linear_backprop) {
  using Settings = LinearRoundsSettings;
  using Graph = LinearGraph;
  using Round = LinearRound;
  Options<Settings>()
      .fields<&Settings::w, &Settings::b, &Settings::target, &Settings::changed,
              &Settings::newFactors, &Settings::rounds>();
  Result<Round> round;
  addGraph<&Graph::w, &Graph::b, &Graph::x, &Graph::y, &Graph::z, &Graph::dzdx, &Graph::dzdy,
           &Graph::dxdw, &Graph::dxdb, &Graph::dydb, &Graph::dzdw, &Graph::dzdbByX, &Graph::dzdbByY,
           &Graph::dzdb>(round);
  round.fields<&Round::error, &Round::factorW, &Round::factorB, &Round::deltaW, &Round::deltaB>();
  Result<LinearRounds>().fields<&LinearRounds::rows, &LinearRounds::state>();
  functions<&linearRounds>();
}

}  // namespace dd::bindings
