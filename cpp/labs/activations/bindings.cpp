#include "bindings/values.hpp"
#include "labs/activations/activations.hpp"

namespace dd::bindings {

EMSCRIPTEN_BINDINGS(lab_activations) {
  Result<ActivationCurve>().fields<&ActivationCurve::value, &ActivationCurve::slope>();
  functions<&activationCurve, &gradientLeft>();
}

}  // namespace dd::bindings
