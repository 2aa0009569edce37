#pragma once

#include <emscripten/bind.h>
#include <emscripten/val.h>

#include <cstdint>
#include <optional>
#include <string>
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

/// A Float32Array of JavaScript's own, holding a copy. In one call of JavaScript's, as every pen
/// event brings some.
val floats(const float* data, std::size_t size);
inline val floats(const Vector<float>& values) {
  return floats(values.data(), static_cast<std::size_t>(values.size()));
}

inline bool isMissing(const val& value) { return value.isUndefined() || value.isNull(); }

/// Copies in a typed array; throws Error, naming `what`, when it is of another type. For double, a
/// plain array will do, whose entries become numbers as Number() makes them.
template <class Element>
std::vector<Element> readArray(const val& array, const char* what);
template <>
std::vector<float> readArray(const val& array, const char* what);
template <>
std::vector<double> readArray(const val& array, const char* what);
template <>
std::vector<std::int32_t> readArray(const val& array, const char* what);
template <>
std::vector<std::uint8_t> readArray(const val& array, const char* what);
template <class Scalar>
Vector<Scalar> readVector(const val& array, const char* what) {
  const std::vector<Scalar> values = readArray<Scalar>(array, what);
  return Eigen::Map<const Vector<Scalar>>(values.data(), static_cast<Index>(values.size()));
}

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
