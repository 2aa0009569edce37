#include "bindings/values.hpp"
#include "labs/shared/neuron.hpp"
#include "labs/shared/plane_grid.hpp"

namespace dd::bindings {

EMSCRIPTEN_BINDINGS(labs) {
  using Answer = NeuronAnswer;
  using Grid = PlaneGrid;
  Result<Answer>()
      .fields<&Answer::products, &Answer::sum, &Answer::threshold, &Answer::z, &Answer::output>();
  Options<Grid>().fields<&Grid::x0, &Grid::x1, &Grid::y0, &Grid::y1, &Grid::columns, &Grid::rows>();
  functions<&answerOfNeuron>();
}

}  // namespace dd::bindings
