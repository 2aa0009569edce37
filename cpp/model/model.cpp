#include "model/model.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <utility>

#include "descent/error.hpp"
#include "model/architecture_json.hpp"
#include "model/safetensors.hpp"

namespace dd {
namespace {

constexpr const char* architectureKey = "architecture";
constexpr const char* classesKey = "classes";
constexpr float largestCode = 127;  ///< symmetric: −128 is not used

/// A layer's part of θ: first its weights, then its biases.
struct LayerPart {
  std::string prefix;  ///< of its tensors' names
  Index fanIn, units;
  Index weights, biases;  ///< where they begin in θ
};

std::vector<LayerPart> partsOf(const Architecture& architecture) {
  std::vector<LayerPart> parts;
  Index offset = 0;
  for (std::size_t layer = 0; layer < architecture.layers.size(); ++layer) {
    const Index fanIn = architecture.fanIn(layer), units = architecture.layers[layer].units;
    const Index biases = offset + fanIn * units;
    parts.push_back({"layers." + std::to_string(layer) + '.', fanIn, units, offset, biases});
    offset = biases + units;
  }
  return parts;
}

template <class Value>
void append(std::vector<std::uint8_t>& bytes, Value value) {
  const auto* begin = reinterpret_cast<const std::uint8_t*>(&value);
  bytes.insert(bytes.end(), begin, begin + sizeof value);
}

/// `dtype` is f32 or f16.
Tensor floatTensor(std::string name, DType dtype, std::vector<Index> shape,
                   ConstVectorRef<float> values) {
  Tensor tensor{std::move(name), dtype, std::move(shape), {}};
  tensor.bytes.reserve(static_cast<std::size_t>(values.size()) * bytesOf(dtype));
  for (const float value : values) {
    if (dtype == DType::f32) {
      append(tensor.bytes, value);
      continue;
    }
    const auto half = static_cast<Eigen::half>(value);
    if (!(Eigen::numext::isfinite)(half)) throw Error("modelRange", {{"weight", value}});
    append(tensor.bytes, half);
  }
  return tensor;
}

/// The tensors "weights" and "scales".
void appendCodes(std::vector<Tensor>& tensors, const LayerPart& part,
                 Eigen::Map<const Matrix<float>> weights) {
  const Vector<float> scales = weights.cwiseAbs().colwise().maxCoeff() / largestCode;
  Tensor codes{part.prefix + "weights", DType::i8, {part.fanIn, part.units}, {}};
  codes.bytes.reserve(static_cast<std::size_t>(weights.size()));
  for (Index row = 0; row < part.fanIn; ++row) {
    for (Index unit = 0; unit < part.units; ++unit) {
      const float scale = scales[unit];  // 0 when all weights are, or too small to divide by 127
      const float code = scale > 0 ? std::round(weights(row, unit) / scale) : 0;
      append(codes.bytes, static_cast<std::int8_t>(std::clamp(code, -largestCode, largestCode)));
    }
  }
  tensors.push_back(std::move(codes));
  tensors.push_back(floatTensor(part.prefix + "scales", DType::f32, {part.units}, scales));
}

/// `out` has as many values as the tensor.
void readFloats(const SafetensorsFile::View& view, VectorRef<float> out) {
  const std::uint8_t* source = view.bytes.data();
  for (float& value : out) {
    if (view.dtype == DType::f32) {
      std::memcpy(&value, source, sizeof value);
    } else {
      Eigen::half half;
      std::memcpy(&half, source, sizeof half);
      value = static_cast<float>(half);
    }
    source += bytesOf(view.dtype);
  }
}

void requireFinite(ConstVectorRef<float> values, const std::string& name) {
  if (!values.allFinite()) throw Error("modelNotFinite", {{"tensor", name}});
}

/// Writes one tensor of floats to `out` and gives its length in bytes.
std::size_t decodeFloats(const SafetensorsFile& file, const std::string& name,
                         VectorRef<float> out) {
  const Index shape[] = {out.size()};
  const DType floats[] = {DType::f32, DType::f16};
  const SafetensorsFile::View view = file.tensor(name, shape, floats);
  readFloats(view, out);
  requireFinite(out, name);
  return view.bytes.size();
}

/// Writes a layer's weights to θ and gives the bytes of the tensors that they came from.
std::size_t decodeWeights(const SafetensorsFile& file, const LayerPart& part,
                          Vector<float>& theta) {
  const std::string name = part.prefix + "weights";
  const Index shape[] = {part.fanIn, part.units};
  const DType all[] = {DType::f32, DType::f16, DType::i8};
  const SafetensorsFile::View view = file.tensor(name, shape, all);
  auto weights = theta.segment(part.weights, part.fanIn * part.units);
  std::size_t used = view.bytes.size();
  if (view.dtype == DType::i8) {
    Vector<float> scales(part.units);
    used += decodeFloats(file, part.prefix + "scales", scales);
    const Eigen::Map<const Matrix<std::int8_t>> codes(
        reinterpret_cast<const std::int8_t*>(view.bytes.data()), part.fanIn, part.units);
    Eigen::Map<Matrix<float>>(weights.data(), part.fanIn, part.units) =
        codes.cast<float>() * scales.asDiagonal();
  } else {
    readFloats(view, weights);
  }
  requireFinite(weights, name);
  return used;
}

}  // namespace

std::vector<std::uint8_t> encodeModel(const Model& model, DType dtype) {
  model.architecture.validate();
  requireSize("parameters", model.theta.size(), model.architecture.parameterCount());
  dd::requireFinite("parameters", model.theta.allFinite());
  std::vector<Tensor> tensors;
  for (const LayerPart& part : partsOf(model.architecture)) {
    const bool coded = dtype == DType::i8;
    if (coded) {
      appendCodes(tensors, part, {model.theta.data() + part.weights, part.fanIn, part.units});
    } else {
      tensors.push_back(floatTensor(part.prefix + "weights", dtype, {part.fanIn, part.units},
                                    model.theta.segment(part.weights, part.fanIn * part.units)));
    }
    tensors.push_back(floatTensor(part.prefix + "biases", coded ? DType::f32 : dtype, {part.units},
                                  model.theta.segment(part.biases, part.units)));
  }
  auto metadata = model.metadata;
  metadata[architectureKey] = architectureToJson(model.architecture);
  return writeSafetensors(metadata, std::move(tensors));
}

std::vector<std::string> classNames(const Model& model) {
  const auto outputs = static_cast<std::size_t>(model.architecture.outputs());
  std::vector<std::string> names;
  const auto named = model.metadata.find(classesKey);
  if (named == model.metadata.end()) {
    for (std::size_t i = 0; i < outputs; ++i) names.push_back(std::to_string(i));
    return names;
  }
  rapidjson::Document list;
  list.Parse<rapidjson::kParseIterativeFlag>(named->second.data(), named->second.size());
  if (!list.HasParseError() && list.IsArray()) {
    for (const auto& name : list.GetArray()) {
      if (name.IsString()) names.emplace_back(name.GetString());
    }
    if (names.size() == outputs && list.Size() == outputs) return names;
  }
  throw Error("modelClasses", {{"count", outputs}});
}

Model decodeModel(std::span<const std::uint8_t> bytes) {
  const SafetensorsFile file(bytes);
  Model model;
  model.metadata = file.metadata();
  const auto described = model.metadata.find(architectureKey);
  if (described == model.metadata.end()) throw Error("modelArchitecture");
  model.architecture = architectureFromJson(described->second);
  model.metadata.erase(described);
  classNames(model);  // throws for a wrong list

  // Before any memory is taken: the metadata may claim a network of any size.
  const auto parameters = static_cast<std::size_t>(model.architecture.parameterCount());
  if (parameters * bytesOf(DType::i8) > file.dataBytes()) {
    throw Error("modelCut", {{"count", parameters}, {"bytes", file.dataBytes()}});
  }
  model.theta.resize(model.architecture.parameterCount());
  std::size_t used = 0;
  for (const LayerPart& part : partsOf(model.architecture)) {
    used += decodeWeights(file, part, model.theta);
    used +=
        decodeFloats(file, part.prefix + "biases", model.theta.segment(part.biases, part.units));
  }
  if (used != file.dataBytes()) {
    throw Error("modelTrailing", {{"actual", file.dataBytes()}, {"expected", used}});
  }
  return model;
}

}  // namespace dd
