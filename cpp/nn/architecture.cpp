#include "nn/architecture.hpp"

#include "descent/error.hpp"

namespace dd {

Index Architecture::parameterCount() const {
  Index count = 0;
  for (std::size_t layer = 0; layer < layers.size(); ++layer) {
    count += (fanIn(layer) + 1) * layers[layer].units;
  }
  return count;
}

void Architecture::validate() const {
  requireRange("layers", layers.size(), 1, maxLayers);
  requireRange("inputs", inputs, 1, maxUnits);
  for (const Layer& layer : layers) requireRange("units", layer.units, 1, maxUnits);
  requireCompatible(loss, layers.back().activation);
}

void Architecture::requireTrainable() const {
  for (const Layer& layer : layers) {
    if (!isDifferentiable(layer.activation)) {
      throw Error("untrainable", {{"activation", toName(layer.activation)}});
    }
  }
}

}  // namespace dd
