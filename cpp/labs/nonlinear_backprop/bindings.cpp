#include "bindings/values.hpp"
#include "labs/nonlinear_backprop/nonlinear_backprop.hpp"

namespace dd::bindings {

EMSCRIPTEN_BINDINGS(lab_nonlinear_backprop) {
  DD_RESULT(NonlinearRound, x, a, b, c, squareSlope, logSlope, rootSlope, deltaC, deltaB, deltaA,
            deltaX, next);
  DD_RESULT(NonlinearRounds, rounds, ending, last, exact);
  DD_RESULT(NonlinearCurve, x, c);
  functions<&nonlinearRounds, &nonlinearCurve>();
}

}  // namespace dd::bindings
