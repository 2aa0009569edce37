#include "bindings/values.hpp"
#include "labs/backprop/backprop.hpp"

namespace dd::bindings {

EMSCRIPTEN_BINDINGS(lab_backprop) {
  using Walk = BackpropWalk;
  Result<Walk>()
      .fields<&Walk::z1, &Walk::a1, &Walk::slope1, &Walk::z2, &Walk::a2, &Walk::slope2, &Walk::loss,
              &Walk::miss, &Walk::delta2, &Walk::back1, &Walk::delta1, &Walk::gradient,
              &Walk::difference, &Walk::next, &Walk::nextLoss, &Walk::slopeAtZero>();
  functions<&backpropWalk>();
  emscripten::function("backpropLosses", bound<&lossesAlongGradient>);
}

}  // namespace dd::bindings
