#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "model/dtype.hpp"
#include "nn/network.hpp"

namespace dd {

/// A network with its weights and what is known of it.
struct Model {
  Architecture architecture;
  Vector<float> theta;                          ///< laid out as Network lays it out
  std::map<std::string, std::string> metadata;  ///< recipe, accuracy, …: any text
};

/// Writes a model as a safetensors file.
///
/// The tensors are "layers.0.weights" (fan-in × units, row-major, for X·W + b), "layers.0.biases"
/// (units), "layers.1.weights", …; the metadata holds `model.metadata` and, under the key
/// "architecture", the architecture as JSON.
///
/// With DType::i8 the weights of a layer are whole numbers −127 … 127, each times the scale of its
/// unit in "layers.0.scales" (units): the largest absolute weight into that unit divided by 127, so
/// that a weight is off by half a scale at most. Scales and biases are float32 then.
///
/// Throws Error when θ does not fit the architecture, is not finite, or holds a
/// value beyond the range of float16 that was asked for.
std::vector<std::uint8_t> encodeModel(const Model& model, DType dtype);

/// What the outputs stand for: the JSON list of texts under "classes" in the metadata, such as
/// ["0", …, "9", "none"] for a network whose eleventh output means that there is no digit; without
/// it their numbers from 0. Throws Error unless there is one text for each output.
std::vector<std::string> classNames(const Model& model);

/// Reads what encodeModel writes; tensors may stand in any order, and each have a type of its own:
/// weights any, biases and scales float16 or float32.
/// Throws Error, saying what is wrong, for a file that is cut off, is no
/// safetensors file, lacks the architecture or a tensor, has a tensor of another shape or type,
/// holds a value that is not a finite number, or names its classes wrongly.
Model decodeModel(std::span<const std::uint8_t> file);

}  // namespace dd
