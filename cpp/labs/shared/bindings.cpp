#include "bindings/values.hpp"
#include "labs/shared/neuron.hpp"
#include "labs/shared/plane_grid.hpp"

namespace dd::bindings {

EMSCRIPTEN_BINDINGS(labs) {
  DD_RESULT(NeuronAnswer, products, sum, threshold, z, output);
  DD_OPTIONS(PlaneGrid, x0, x1, y0, y1, columns, rows);
  functions<&answerOfNeuron>();
}

}  // namespace dd::bindings
