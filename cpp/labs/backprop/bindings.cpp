#include "bindings/values.hpp"
#include "labs/backprop/backprop.hpp"

namespace dd::bindings {

EMSCRIPTEN_BINDINGS(lab_backprop) {
  DD_RESULT(BackpropWalk, z1, a1, slope1, z2, a2, slope2, loss, miss, delta2, back1, delta1,
            gradient, difference, next, nextLoss, slopeAtZero);
  functions<&backpropWalk>();
  emscripten::function("backpropLosses", bound<&lossesAlongGradient>);
}

}  // namespace dd::bindings
