#include "bindings/values.hpp"
#include "labs/nonlinear_backprop/nonlinear_backprop.hpp"

namespace dd::bindings {

EMSCRIPTEN_BINDINGS(lab_nonlinear_backprop) {
  using Round = NonlinearRound;
  using Rounds = NonlinearRounds;
  Result<Round>()
      .fields<&Round::x, &Round::a, &Round::b, &Round::c, &Round::squareSlope, &Round::logSlope,
              &Round::rootSlope, &Round::deltaC, &Round::deltaB, &Round::deltaA, &Round::deltaX,
              &Round::next>();
  Result<Rounds>().fields<&Rounds::rounds, &Rounds::ending, &Rounds::last, &Rounds::exact>();
  Result<NonlinearCurve>().fields<&NonlinearCurve::x, &NonlinearCurve::c>();
  functions<&nonlinearRounds, &nonlinearCurve>();
}

}  // namespace dd::bindings
