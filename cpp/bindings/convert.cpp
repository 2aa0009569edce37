#include "bindings/convert.hpp"

#include <emscripten/emscripten.h>
#include <emscripten/stack.h>

#include <cmath>

#include "descent/error.hpp"

// A microtask runs when no C++ is left on the stack.
EM_JS(void, restoreStackLater, (std::uintptr_t atRest),
      { queueMicrotask(function() { stackRestore(atRest); }); });

EM_JS(emscripten::EM_VAL, copyFloatsOut, (const float* data, std::size_t size),
      { return Emval.toHandle(HEAPF32.slice(data >> 2, (data >> 2) + size)); });

// −1: it is none.
EM_JS(int, floatArrayLength, (emscripten::EM_VAL array), {
  const value = Emval.toValue(array);
  return value instanceof Float32Array ? value.length : -1;
});

EM_JS(void, copyFloatsIn, (emscripten::EM_VAL array, float* to),
      { HEAPF32.set(Emval.toValue(array), to >> 2); });

// Whoever makes the module hands it the class.
EM_JS(emscripten::EM_VAL, newError, (const char* code, emscripten::EM_VAL parameters), {
  return Emval.toHandle(Module["newError"](UTF8ToString(code), Emval.toValue(parameters)));
});

namespace dd::bindings {
namespace {

/// The stack pointer while nothing runs but what starts the module.
const std::uintptr_t stackAtRest = emscripten_stack_get_current();

constexpr double largestInteger = 9007199254740991.0;  // 2⁵³ − 1, the last exact one in JavaScript

void requireType(const val& value, const char* type, const char* what) {
  if (!isMissing(value) && value.instanceof (val::global(type))) return;
  throw Error("wrongType", {{"field", what}, {"type", type}});
}

}  // namespace

std::int64_t toInteger(double value, const char* what) {
  if (std::abs(value) <= largestInteger && value == std::floor(value)) {
    return static_cast<std::int64_t>(value);
  }
  throw Error("wrongType", {{"field", what}, {"type", "whole number"}});
}

double toNumber(const val& value, const char* what) {
  if (value.isNumber()) return value.as<double>();
  throw Error("wrongType", {{"field", what}, {"type", "number"}});
}

std::string toText(const val& value, const char* what) {
  if (value.isString()) return value.as<std::string>();
  throw Error("wrongType", {{"field", what}, {"type", "text"}});
}

val currentError() {
  const auto coded = [](const Error& error) {
    val parameters = val::object();
    for (const Error::Parameter& one : error.parameters()) {
      parameters.set(one.name, one.isText ? val(one.text) : val(one.number));
    }
    return val::take_ownership(newError(error.what(), parameters.as_handle()));
  };
  try {
    throw;
  } catch (const Error& error) {
    return coded(error);
  } catch (const std::bad_alloc&) {
    return coded(Error("memory"));
  } catch (const std::exception& error) {
    return coded(Error("unexpected", {{"reason", error.what()}}));
  }
}

void throwValue(const val& error) {
  restoreStackLater(stackAtRest);
  error.throw_();
  __builtin_unreachable();
}

val floats(const float* data, std::size_t size) {
  return val::take_ownership(copyFloatsOut(data, size));
}

template <>
std::vector<float> readArray(const val& array, const char* what) {
  const int length = floatArrayLength(array.as_handle());
  if (length < 0) throw Error("wrongType", {{"field", what}, {"type", "Float32Array"}});
  std::vector<float> values(static_cast<std::size_t>(length));
  copyFloatsIn(array.as_handle(), values.data());
  return values;
}
template <>
std::vector<double> readArray(const val& array, const char* what) {
  if (!array.isArray()) requireType(array, "Float64Array", what);
  return emscripten::convertJSArrayToNumberVector<double>(array);
}
template <>
std::vector<std::int32_t> readArray(const val& array, const char* what) {
  requireType(array, "Int32Array", what);
  return emscripten::convertJSArrayToNumberVector<std::int32_t>(array);
}
template <>
std::vector<std::uint8_t> readArray(const val& array, const char* what) {
  requireType(array, "Uint8Array", what);
  return emscripten::convertJSArrayToNumberVector<std::uint8_t>(array);
}

double readNumber(const val& object, const char* key) { return toNumber(object[key], key); }

double readNumber(const val& object, const char* key, double otherwise) {
  return isMissing(object[key]) ? otherwise : readNumber(object, key);
}

std::int64_t readInteger(const val& object, const char* key) {
  return toInteger(readNumber(object, key), key);
}

std::int64_t readInteger(const val& object, const char* key, std::int64_t otherwise) {
  return isMissing(object[key]) ? otherwise : readInteger(object, key);
}

std::string readText(const val& object, const char* key) { return toText(object[key], key); }

std::uint64_t readSeed(double value) {
  const std::int64_t seed = toInteger(value, "seed");
  requireAtLeast("seed", seed, 0);
  return static_cast<std::uint64_t>(seed);
}

OptimizerSettings readOptimizer(const val& object) {
  OptimizerSettings settings;
  for (const auto& [name, value, min, max] : optimizerSettings) {
    settings.*value = readNumber(object, name, settings.*value);
  }
  return settings;
}

Architecture readArchitecture(const val& object) {
  if (isMissing(object)) throw Error("missing", {{"field", "architecture"}});
  Architecture architecture;
  architecture.inputs = readInteger(object, "inputs");
  const val layers = object["layers"];
  if (!layers.isArray()) throw Error("wrongType", {{"field", "layers"}, {"type", "list"}});
  const auto count = layers["length"].as<unsigned>();
  for (unsigned i = 0; i < count; ++i) {
    architecture.layers.push_back({static_cast<Index>(readInteger(layers[i], "units")),
                                   fromName<Activation>(readText(layers[i], "activation"))});
  }
  architecture.loss = fromName<Loss>(readText(object, "loss"));
  architecture.validate();
  return architecture;
}

val architectureObject(const Architecture& architecture) {
  val layers = val::array();
  for (const Layer& layer : architecture.layers) {
    val entry = val::object();
    entry.set("units", static_cast<int>(layer.units));
    entry.set("activation", std::string(toName(layer.activation)));
    layers.call<void>("push", entry);
  }
  val object = val::object();
  object.set("inputs", static_cast<int>(architecture.inputs));
  object.set("layers", layers);
  object.set("loss", std::string(toName(architecture.loss)));
  return object;
}

}  // namespace dd::bindings
