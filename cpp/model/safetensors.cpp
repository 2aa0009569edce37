#include "model/safetensors.hpp"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <cstring>
#include <utility>

#include "descent/error.hpp"

namespace dd {
namespace {

constexpr const char* metadataKey = "__metadata__";
constexpr std::size_t lengthBytes = 8;
constexpr std::size_t maxHeader = 1 << 20;

std::string shapeText(std::span<const Index> shape) {
  std::string text = "(";
  for (std::size_t i = 0; i < shape.size(); ++i) {
    text += (i > 0 ? " × " : "") + std::to_string(shape[i]);
  }
  return text + ")";
}

/// "F32, F16, I8"
std::string choiceText(std::span<const DType> accepted) {
  std::string text;
  for (const DType dtype : accepted)
    text += (text.empty() ? "" : ", ") + std::string(toName(dtype));
  return text;
}

}  // namespace

std::vector<std::uint8_t> writeSafetensors(const std::map<std::string, std::string>& metadata,
                                           std::vector<Tensor> tensors) {
  std::stable_sort(tensors.begin(), tensors.end(), [](const Tensor& a, const Tensor& b) {
    return bytesOf(a.dtype) > bytesOf(b.dtype);
  });
  rapidjson::StringBuffer header;
  rapidjson::Writer<rapidjson::StringBuffer> writer(header);
  writer.StartObject();
  writer.Key(metadataKey);
  writer.StartObject();
  for (const auto& [key, value] : metadata) {
    writer.Key(key.c_str());
    writer.String(value.c_str());
  }
  writer.EndObject();
  std::uint64_t end = 0;
  for (const Tensor& tensor : tensors) {
    writer.Key(tensor.name.c_str());
    writer.StartObject();
    writer.Key("dtype");
    writer.String(toName(tensor.dtype));
    writer.Key("shape");
    writer.StartArray();
    for (const Index extent : tensor.shape) writer.Int64(extent);
    writer.EndArray();
    writer.Key("data_offsets");
    writer.StartArray();
    writer.Uint64(end);
    writer.Uint64(end += tensor.bytes.size());
    writer.EndArray();
    writer.EndObject();
  }
  writer.EndObject();
  std::string text = header.GetString();
  text.append((8 - text.size() % 8) % 8, ' ');  // the tensors begin at a multiple of 8 bytes

  std::vector<std::uint8_t> file;
  file.reserve(lengthBytes + text.size() + static_cast<std::size_t>(end));
  for (std::size_t i = 0; i < lengthBytes; ++i) {
    file.push_back(static_cast<std::uint8_t>(std::uint64_t{text.size()} >> (8 * i)));
  }
  file.insert(file.end(), text.begin(), text.end());
  for (const Tensor& tensor : tensors) {
    file.insert(file.end(), tensor.bytes.begin(), tensor.bytes.end());
  }
  return file;
}

SafetensorsFile::SafetensorsFile(std::span<const std::uint8_t> file) {
  if (file.size() < lengthBytes + 2) throw Error("modelShort", {{"bytes", file.size()}});
  std::uint64_t length = 0;
  for (std::size_t i = 0; i < lengthBytes; ++i) length |= std::uint64_t{file[i]} << (8 * i);
  if (length > maxHeader || file[lengthBytes] != '{') throw Error("modelKind");
  if (length > file.size() - lengthBytes) throw Error("modelHeaderCut");
  const auto headerBytes = static_cast<std::size_t>(length);
  header_.Parse<rapidjson::kParseIterativeFlag>(
      reinterpret_cast<const char*>(file.data() + lengthBytes), headerBytes);
  if (header_.HasParseError() || !header_.IsObject()) throw Error("modelJson");
  data_ = file.subspan(lengthBytes + headerBytes);
  if (!header_.HasMember(metadataKey) || !header_[metadataKey].IsObject()) return;
  for (const auto& entry : std::as_const(header_)[metadataKey].GetObject()) {
    if (!entry.value.IsString()) throw Error("modelMetadata");
    metadata_[entry.name.GetString()] = entry.value.GetString();
  }
}

SafetensorsFile::View SafetensorsFile::tensor(const std::string& name, std::span<const Index> shape,
                                              std::span<const DType> accepted) const {
  const auto found = header_.FindMember(name.c_str());
  if (found == header_.MemberEnd()) throw Error("modelTensor", {{"tensor", name}});
  const rapidjson::Value& entry = found->value;
  const auto has = [&entry](const char* key) { return entry.IsObject() && entry.HasMember(key); };
  if (!has("dtype") || !entry["dtype"].IsString() || !has("shape") || !entry["shape"].IsArray() ||
      !has("data_offsets") || !entry["data_offsets"].IsArray() ||
      entry["data_offsets"].Size() != 2 || !entry["data_offsets"][0].IsUint64() ||
      !entry["data_offsets"][1].IsUint64()) {
    throw Error("modelEntry", {{"tensor", name}});
  }
  const std::string dtype = entry["dtype"].GetString();
  const auto type = std::find_if(accepted.begin(), accepted.end(),
                                 [&](DType one) { return dtype == toName(one); });
  if (type == accepted.end()) {
    throw Error("modelDtype",
                {{"tensor", name}, {"accepted", choiceText(accepted)}, {"dtype", dtype}});
  }
  std::vector<Index> extents;
  for (const auto& extent : entry["shape"].GetArray()) {
    extents.push_back(extent.IsInt64() ? static_cast<Index>(extent.GetInt64()) : -1);
  }
  if (!std::equal(extents.begin(), extents.end(), shape.begin(), shape.end())) {
    throw Error("modelShape",
                {{"tensor", name}, {"expected", shapeText(shape)}, {"actual", shapeText(extents)}});
  }
  // 64 bits: the file may claim anything, and WASM's size_t has 32.
  const std::uint64_t begin = entry["data_offsets"][0].GetUint64();
  const std::uint64_t end = entry["data_offsets"][1].GetUint64();
  if (begin > end || end > data_.size()) throw Error("modelTensorCut", {{"tensor", name}});
  std::size_t needed = bytesOf(*type);
  for (const Index extent : shape) needed *= static_cast<std::size_t>(extent);
  if (end - begin != needed) throw Error("modelTensorBytes", {{"tensor", name}});
  return {*type, data_.subspan(static_cast<std::size_t>(begin), needed)};
}

}  // namespace dd
