#pragma once

#include <emscripten/bind.h>
#include <emscripten/val.h>

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "descent/optimizers.hpp"
#include "descent/types.hpp"
#include "nn/architecture.hpp"

/// What every binding shares: values in and out, and errors as JavaScript errors.
namespace dd::bindings {

using emscripten::val;

/// Throws a JavaScript error through the C++ frames. Each call that ends so leaves some bytes of
/// the WASM stack behind; they are given back as soon as no C++ is running.
[[noreturn]] void throwValue(const val& error);

/// The exception that is being handled as a JavaScript error, a CodedError of the page's.
val currentError();

/// Runs `call`; a C++ exception becomes a JavaScript error with the same code and parameters.
template <class Call>
auto guarded(Call&& call) {
  std::optional<val> error;
  try {
    return call();
  } catch (...) {
    error = currentError();
  }
  // Outside the handler, so that the C++ exception is freed before JavaScript's unwinds the stack.
  throwValue(*error);
}

/// A typed array of JavaScript's own, holding a copy.
inline val copyOut(const char* type, const val& view) { return val::global(type).new_(view); }

/// In one call of JavaScript's, as every pen event brings some.
val floats(const float* data, std::size_t size);
inline val floats(const Vector<float>& values) {
  return floats(values.data(), static_cast<std::size_t>(values.size()));
}
inline val doubles(const double* data, std::size_t size) {
  return copyOut("Float64Array", val(emscripten::typed_memory_view(size, data)));
}
inline val doubles(const std::vector<double>& values) {
  return doubles(values.data(), values.size());
}
inline val doubles(const Vector<double>& values) {
  return doubles(values.data(), static_cast<std::size_t>(values.size()));
}
inline val bytes(const std::vector<std::uint8_t>& values) {
  return copyOut("Uint8Array", val(emscripten::typed_memory_view(values.size(), values.data())));
}
inline val integers(const std::vector<std::int32_t>& values) {
  return copyOut("Int32Array", val(emscripten::typed_memory_view(values.size(), values.data())));
}

inline bool isMissing(const val& value) { return value.isUndefined() || value.isNull(); }

/// Copies in a typed array; throws Error, naming `what`, when it is not a `type`.
void requireType(const val& value, const char* type, const char* what);
std::vector<float> readFloats(const val& array, const char* what);
std::vector<std::int32_t> readIntegers(const val& array, const char* what);
std::vector<std::uint8_t> readBytes(const val& array, const char* what);
/// A Float64Array, or a plain array whose entries become numbers as Number() makes them.
std::vector<double> readDoubles(const val& array, const char* what);
/// The same as a vector.
Vector<double> readDoubleVector(const val& array, const char* what);
Vector<float> readVector(const val& array, const char* what);

/// A field of a settings object: of the type asked for, or Error naming the field.
double readNumber(const val& object, const char* key);
double readNumber(const val& object, const char* key, double otherwise);
std::int64_t readInteger(const val& object, const char* key);
std::int64_t readInteger(const val& object, const char* key, std::int64_t otherwise);
std::string readText(const val& object, const char* key);

/// A value of the type asked for, or Error naming `what`.
double toNumber(const val& value, const char* what);
std::string toText(const val& value, const char* what);
/// `value` if it is a whole number.
std::int64_t toInteger(double value, const char* what);

/// `value` as a whole number of 0 … 2⁵³ − 1.
std::uint64_t readSeed(double value);

/// The settings of an optimizer; those that are missing have their defaults.
OptimizerSettings readOptimizer(const val& object);

Architecture readArchitecture(const val& object);
val architectureObject(const Architecture& architecture);

}  // namespace dd::bindings
