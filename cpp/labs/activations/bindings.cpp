#include "bindings/values.hpp"
#include "labs/activations/activations.hpp"

namespace dd::bindings {

EMSCRIPTEN_BINDINGS(lab_activations) {
  DD_RESULT(ActivationCurve, value, slope);
  functions<&activationCurve, &gradientLeft>();
}

}  // namespace dd::bindings
