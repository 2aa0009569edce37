#include "bindings/values.hpp"
#include "labs/smooth_neuron/smooth_neuron.hpp"

namespace dd::bindings {

EMSCRIPTEN_BINDINGS(lab_smooth_neuron) {
  Result<Nudge>()
      .fields<&Nudge::before, &Nudge::after, &Nudge::change, &Nudge::partials, &Nudge::shares,
              &Nudge::predicted, &Nudge::error>();
  Result<NudgeCurve>().fields<&NudgeCurve::output, &NudgeCurve::predicted>();
  functions<&nudgeNeuron, &nudgeCurve>();
}

}  // namespace dd::bindings
