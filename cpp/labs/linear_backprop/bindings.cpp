#include "bindings/values.hpp"
#include "labs/linear_backprop/linear_backprop.hpp"

namespace dd::bindings {

namespace {

template <double LinearGraph::*member>
double ofGraph(const HandBackRound& round) {
  return round.graph.*member;
}
template <double LinearGraph::*... members>
void addGraph(Result<HandBackRound>& round) {
  (round.field<ofGraph<members>>(nameOf<members>.data()), ...);
}

}  // namespace

EMSCRIPTEN_BINDINGS(lab_linear_backprop) {
  using Settings = HandBackSettings;
  using Graph = LinearGraph;
  using Round = HandBackRound;
  Options<Settings>()
      .fields<&Settings::w, &Settings::b, &Settings::target, &Settings::blamed,
              &Settings::newFactors, &Settings::rounds>();
  Result<Round> round;
  addGraph<&Graph::w, &Graph::b, &Graph::x, &Graph::y, &Graph::z, &Graph::dzdx, &Graph::dzdy,
           &Graph::dxdw, &Graph::dxdb, &Graph::dydb, &Graph::dzdw, &Graph::dzdbByX, &Graph::dzdbByY,
           &Graph::dzdb>(round);
  round.fields<&Round::error, &Round::factorW, &Round::factorB, &Round::deltaW, &Round::deltaB>();
  Result<HandBack>().fields<&HandBack::rows, &HandBack::state>();
  functions<&handBack>();
}

}  // namespace dd::bindings
