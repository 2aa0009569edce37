#include "model/architecture_json.hpp"

#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include "descent/error.hpp"

namespace dd {
namespace {

const rapidjson::Value& member(const rapidjson::Value& object, const char* key) {
  if (object.IsObject()) {
    const auto found = object.FindMember(key);
    if (found != object.MemberEnd()) return found->value;
  }
  throw Error("modelArchitectureLacks", {{"key", key}});
}

Index count(const rapidjson::Value& object, const char* key) {
  const auto& value = member(object, key);
  if (value.IsInt()) return value.GetInt();
  throw Error("modelArchitectureNumber", {{"key", key}});
}

std::string text(const rapidjson::Value& object, const char* key) {
  const auto& value = member(object, key);
  if (value.IsString()) return value.GetString();
  throw Error("modelArchitectureText", {{"key", key}});
}

}  // namespace

std::string architectureToJson(const Architecture& architecture) {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
  writer.StartObject();
  writer.Key("inputs");
  writer.Int64(architecture.inputs);
  writer.Key("layers");
  writer.StartArray();
  for (const Layer& layer : architecture.layers) {
    writer.StartObject();
    writer.Key("units");
    writer.Int64(layer.units);
    writer.Key("activation");
    writer.String(toName(layer.activation));
    writer.EndObject();
  }
  writer.EndArray();
  writer.Key("loss");
  writer.String(toName(architecture.loss));
  writer.EndObject();
  return buffer.GetString();
}

Architecture architectureFromJson(const std::string& json) {
  rapidjson::Document document;
  // Iterative: a text of a million brackets must not overflow the stack.
  document.Parse<rapidjson::kParseIterativeFlag>(json.data(), json.size());
  if (document.HasParseError()) throw Error("modelArchitectureJson");
  Architecture architecture;
  architecture.inputs = count(document, "inputs");
  const auto& layers = member(document, "layers");
  if (!layers.IsArray()) throw Error("modelArchitectureLayers");
  for (const auto& layer : layers.GetArray()) {
    architecture.layers.push_back(
        {count(layer, "units"), fromName<Activation>(text(layer, "activation"))});
  }
  architecture.loss = fromName<Loss>(text(document, "loss"));
  architecture.validate();
  return architecture;
}

}  // namespace dd
