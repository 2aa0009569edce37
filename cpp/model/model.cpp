#include "model/model.hpp"

#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <cmath>
#include <cstring>
#include <stdexcept>
#include <utility>

#include "model/architecture_json.hpp"

namespace dd {
namespace {

constexpr const char* metadataKey = "__metadata__";
constexpr const char* architectureKey = "architecture";
constexpr const char* classesKey = "classes";
constexpr std::size_t lengthBytes = 8;
constexpr std::size_t maxHeader = 1 << 20;

[[noreturn]] void fail(const std::string& sentence) { throw std::invalid_argument(sentence); }

std::size_t bytesOf(DType dtype) { return dtype == DType::f32 ? 4 : 2; }

/// One tensor of the file: a part of θ.
struct Part {
  std::string name;
  std::vector<Index> shape;
  Index offset, size;  ///< in θ
};

std::vector<Part> partsOf(const Architecture& architecture) {
  std::vector<Part> parts;
  Index offset = 0;
  for (std::size_t layer = 0; layer < architecture.layers.size(); ++layer) {
    const Index fanIn = architecture.fanIn(layer), units = architecture.layers[layer].units;
    const std::string prefix = "layers." + std::to_string(layer);
    parts.push_back({prefix + ".weights", {fanIn, units}, offset, fanIn * units});
    offset += fanIn * units;
    parts.push_back({prefix + ".biases", {units}, offset, units});
    offset += units;
  }
  return parts;
}

std::string shapeText(const std::vector<Index>& shape) {
  std::string text = "(";
  for (std::size_t i = 0; i < shape.size(); ++i) {
    text += (i > 0 ? " × " : "") + std::to_string(shape[i]);
  }
  return text + ")";
}

/// Where a tensor's bytes lie, as its header entry says, checked against the file's length.
struct Placed {
  DType dtype;
  std::uint64_t begin, end;  ///< 64 bits: the file may claim anything, and WASM's size_t has 32
};

Placed place(const rapidjson::Value& entry, const Part& part, std::size_t dataBytes) {
  const auto has = [&entry](const char* key) { return entry.IsObject() && entry.HasMember(key); };
  if (!has("dtype") || !entry["dtype"].IsString() || !has("shape") || !entry["shape"].IsArray() ||
      !has("data_offsets") || !entry["data_offsets"].IsArray() ||
      entry["data_offsets"].Size() != 2 || !entry["data_offsets"][0].IsUint64() ||
      !entry["data_offsets"][1].IsUint64()) {
    fail("The entry of the tensor " + part.name + " lacks its dtype, shape or data_offsets.");
  }
  const std::string dtype = entry["dtype"].GetString();
  if (dtype != "F32" && dtype != "F16") {
    fail("The tensor " + part.name + " must be F32 or F16, but is " + dtype + ".");
  }
  std::vector<Index> shape;
  for (const auto& extent : entry["shape"].GetArray()) {
    shape.push_back(extent.IsInt64() ? extent.GetInt64() : -1);
  }
  if (shape != part.shape) {
    fail("The tensor " + part.name + " must have the shape " + shapeText(part.shape) +
         ", but has " + shapeText(shape) + ".");
  }
  const Placed placed{dtypeFromName(dtype), entry["data_offsets"][0].GetUint64(),
                      entry["data_offsets"][1].GetUint64()};
  if (placed.begin > placed.end || placed.end > dataBytes) {
    fail("The tensor " + part.name + " reaches beyond the end of the file: the file is cut off.");
  }
  if (placed.end - placed.begin != static_cast<std::size_t>(part.size) * bytesOf(placed.dtype)) {
    fail("The tensor " + part.name + " does not have the bytes that its shape needs.");
  }
  return placed;
}

}  // namespace

DType dtypeFromName(const std::string& name) {
  if (name == "F32") return DType::f32;
  if (name == "F16") return DType::f16;
  fail("Unknown number type \"" + name + "\": expected F32 or F16.");
}

std::vector<std::uint8_t> encodeModel(const Model& model, DType dtype) {
  model.architecture.validate();
  if (model.theta.size() != model.architecture.parameterCount()) {
    fail("The architecture has " + std::to_string(model.architecture.parameterCount()) +
         " parameters, but the model holds " + std::to_string(model.theta.size()) + ".");
  }
  const std::vector<Part> parts = partsOf(model.architecture);
  const std::size_t width = bytesOf(dtype);

  rapidjson::StringBuffer header;
  rapidjson::Writer<rapidjson::StringBuffer> writer(header);
  writer.StartObject();
  writer.Key(metadataKey);
  writer.StartObject();
  for (const auto& [key, value] : model.metadata) {
    if (key == architectureKey) continue;
    writer.Key(key.c_str());
    writer.String(value.c_str());
  }
  writer.Key(architectureKey);
  writer.String(architectureToJson(model.architecture).c_str());
  writer.EndObject();
  for (const Part& part : parts) {
    writer.Key(part.name.c_str());
    writer.StartObject();
    writer.Key("dtype");
    writer.String(dtype == DType::f32 ? "F32" : "F16");
    writer.Key("shape");
    writer.StartArray();
    for (const Index extent : part.shape) writer.Int64(extent);
    writer.EndArray();
    writer.Key("data_offsets");
    writer.StartArray();
    writer.Uint64(static_cast<std::size_t>(part.offset) * width);
    writer.Uint64(static_cast<std::size_t>(part.offset + part.size) * width);
    writer.EndArray();
    writer.EndObject();
  }
  writer.EndObject();
  std::string text = header.GetString();
  text.append((8 - text.size() % 8) % 8, ' ');  // the tensors begin at a multiple of 8 bytes

  const std::size_t begin = lengthBytes + text.size();
  std::vector<std::uint8_t> file(begin + static_cast<std::size_t>(model.theta.size()) * width);
  for (std::size_t i = 0; i < lengthBytes; ++i) {
    file[i] = static_cast<std::uint8_t>(text.size() >> (8 * i));
  }
  std::memcpy(file.data() + lengthBytes, text.data(), text.size());
  for (Index i = 0; i < model.theta.size(); ++i) {
    const float value = model.theta[i];
    if (!std::isfinite(value)) fail("A weight is not a finite number; the model is not saved.");
    std::uint8_t* target = file.data() + begin + static_cast<std::size_t>(i) * width;
    if (dtype == DType::f32) {
      std::memcpy(target, &value, width);
      continue;
    }
    const auto half = static_cast<Eigen::half>(value);
    if (!(Eigen::numext::isfinite)(half)) {
      fail("The weight " + std::to_string(value) +
           " is beyond the range of float16; save the model as float32.");
    }
    std::memcpy(target, &half, width);
  }
  return file;
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
  fail("The model's metadata must name its " + std::to_string(outputs) +
       " \"classes\" in a list of texts.");
}

Model decodeModel(std::span<const std::uint8_t> file) {
  if (file.size() < lengthBytes + 2) {
    fail("The file is too short to be a safetensors model: it has " + std::to_string(file.size()) +
         " bytes.");
  }
  std::uint64_t length = 0;
  for (std::size_t i = 0; i < lengthBytes; ++i) length |= std::uint64_t{file[i]} << (8 * i);
  if (length > maxHeader || file[lengthBytes] != '{') {
    fail("This is not a safetensors file: its first 8 bytes do not give the length of a header.");
  }
  if (length > file.size() - lengthBytes) fail("The file is cut off within its header.");

  rapidjson::Document header;
  header.Parse<rapidjson::kParseIterativeFlag>(
      reinterpret_cast<const char*>(file.data() + lengthBytes), static_cast<std::size_t>(length));
  if (header.HasParseError() || !header.IsObject()) {
    fail("The header of the safetensors file is not valid JSON.");
  }

  Model model;
  if (header.HasMember(metadataKey) && header[metadataKey].IsObject()) {
    for (const auto& entry : std::as_const(header)[metadataKey].GetObject()) {
      if (!entry.value.IsString()) fail("A value in the model's metadata is not a text.");
      model.metadata[entry.name.GetString()] = entry.value.GetString();
    }
  }
  const auto described = model.metadata.find(architectureKey);
  if (described == model.metadata.end()) {
    fail("The model's metadata lacks the \"architecture\" of the network.");
  }
  model.architecture = architectureFromJson(described->second);
  model.metadata.erase(described);
  classNames(model);  // throws for a wrong list

  const std::span<const std::uint8_t> data =
      file.subspan(lengthBytes + static_cast<std::size_t>(length));
  // Before any memory is taken: the metadata may claim a network of any size.
  const auto parameters = static_cast<std::size_t>(model.architecture.parameterCount());
  if (parameters * bytesOf(DType::f16) > data.size()) {
    fail("The file is cut off: its network needs " + std::to_string(parameters) +
         " parameters, but only " + std::to_string(data.size()) + " bytes of tensors follow.");
  }
  model.theta.resize(model.architecture.parameterCount());
  std::uint64_t used = 0;
  for (const Part& part : partsOf(model.architecture)) {
    if (!header.HasMember(part.name.c_str())) {
      fail("The model lacks the tensor " + part.name + ".");
    }
    const Placed placed = place(header[part.name.c_str()], part, data.size());
    used += placed.end - placed.begin;
    const std::size_t width = bytesOf(placed.dtype);
    for (Index i = 0; i < part.size; ++i) {
      const std::uint8_t* source = data.data() + static_cast<std::size_t>(placed.begin) +
                                   static_cast<std::size_t>(i) * width;
      float value;
      if (placed.dtype == DType::f32) {
        std::memcpy(&value, source, width);
      } else {
        Eigen::half half;
        std::memcpy(&half, source, width);
        value = static_cast<float>(half);
      }
      if (!std::isfinite(value)) {
        fail("The tensor " + part.name + " holds a value that is not a finite number.");
      }
      model.theta[part.offset + i] = value;
    }
  }
  if (used != data.size()) {
    fail("The file has " + std::to_string(data.size()) +
         " bytes of tensors, but the network needs " + std::to_string(used) + ".");
  }
  return model;
}

}  // namespace dd
