#include "bindings/values.hpp"
#include "labs/smooth_neuron/smooth_neuron.hpp"

namespace dd::bindings {

EMSCRIPTEN_BINDINGS(lab_smooth_neuron) {
  DD_RESULT(Nudge, before, after, change, partials, shares, predicted, error);
  DD_RESULT(NudgeCurve, output, predicted);
  functions<&nudgeNeuron, &nudgeCurve>();
}

}  // namespace dd::bindings
