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
  using Graph = LinearGraph;
  DD_OPTIONS(LinearRoundsSettings, w, b, target, changed, newFactors, rounds);
  addGraph<&Graph::w, &Graph::b, &Graph::x, &Graph::y, &Graph::z, &Graph::dzdx, &Graph::dzdy,
           &Graph::dxdw, &Graph::dxdb, &Graph::dydb, &Graph::dzdw, &Graph::dzdbByX, &Graph::dzdbByY,
           &Graph::dzdb>(DD_RESULT(LinearRound, error, factorW, factorB, deltaW, deltaB));
  DD_RESULT(LinearRounds, rows, state);
  functions<&linearRounds>();
}

}  // namespace dd::bindings
