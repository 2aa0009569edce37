#include "nn/architecture.hpp"

#include <stdexcept>
#include <string>

namespace dd {

Index Architecture::parameterCount() const {
  Index count = 0;
  for (std::size_t layer = 0; layer < layers.size(); ++layer) {
    count += (fanIn(layer) + 1) * layers[layer].units;
  }
  return count;
}

void Architecture::validate() const {
  const auto requireUnits = [](const std::string& what, Index units) {
    if (units >= 1 && units <= maxUnits) return;
    throw std::invalid_argument(what + " must be between 1 and " + std::to_string(maxUnits) +
                                ", but is " + std::to_string(units) + ".");
  };
  if (layers.empty() || layers.size() > maxLayers) {
    throw std::invalid_argument("A network has between 1 and " + std::to_string(maxLayers) +
                                " layers, but " + std::to_string(layers.size()) + " were given.");
  }
  requireUnits("The number of inputs", inputs);
  for (std::size_t layer = 0; layer < layers.size(); ++layer) {
    requireUnits("The number of units in layer " + std::to_string(layer + 1), layers[layer].units);
  }
  requireCompatible(loss, layers.back().activation);
}

void Architecture::requireTrainable() const {
  for (const Layer& layer : layers) {
    if (!isDifferentiable(layer.activation)) {
      throw std::invalid_argument(std::string("A layer with the activation ") +
                                  toName(layer.activation) +
                                  " cannot be trained: its derivative is zero.");
    }
  }
}

}  // namespace dd
