#pragma once

#include <vector>

#include "nn/losses.hpp"

namespace dd {

struct Layer {
  Index units;
  Activation activation;
  bool operator==(const Layer&) const = default;
};

/// The shape of a dense network: what comes in, the layers behind one another (the last one is the
/// output), and the loss it is trained with.
struct Architecture {
  Index inputs = 0;
  std::vector<Layer> layers;
  Loss loss = Loss::quadratic;

  bool operator==(const Architecture&) const = default;

  Index outputs() const { return layers.back().units; }
  /// Number of inputs of one layer.
  Index fanIn(std::size_t layer) const { return layer == 0 ? inputs : layers[layer - 1].units; }
  /// Length of θ: Σ (fan-in + 1)·units.
  Index parameterCount() const;
  /// Throws Error unless there are 1 … maxLayers layers, 1 … maxUnits inputs and
  /// units in each, and an output activation that the loss can follow.
  void validate() const;
  /// Throws Error when a layer has an activation without a derivative.
  void requireTrainable() const;

  static constexpr std::size_t maxLayers = 16;
  static constexpr Index maxUnits = 4096;
};

}  // namespace dd
