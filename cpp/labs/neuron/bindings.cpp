#include "bindings/values.hpp"
#include "labs/neuron/neuron.hpp"

namespace dd::bindings {

EMSCRIPTEN_BINDINGS(lab_neuron) { functions<&answersToSums, &colorInputs>(); }

}  // namespace dd::bindings
