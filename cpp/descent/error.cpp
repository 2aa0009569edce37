#include "descent/error.hpp"

#include <cmath>
#include <sstream>

namespace dd {

Error::Error(const char* code, std::initializer_list<Given> parameters) : code_(code) {
  for (const Given& given : parameters) {
    parameters_.push_back({given.name, given.isText, given.number, std::string(given.text)});
  }
}

std::string description(const Error& error) {
  std::ostringstream text;
  text.precision(15);
  text << error.code();
  for (const Error::Parameter& parameter : error.parameters()) {
    text << ' ' << parameter.name << '=';
    if (parameter.isText)
      text << parameter.text;
    else
      text << parameter.number;
  }
  return text.str();
}

void requireRange(const char* quantity, double value, double min, double max) {
  if (value >= min && value <= max) return;
  throw Error("range", {{"quantity", quantity}, {"value", value}, {"min", min}, {"max", max}});
}

void requireAtLeast(const char* quantity, double value, double min) {
  if (value >= min && std::isfinite(value)) return;
  throw Error("atLeast", {{"quantity", quantity}, {"value", value}, {"min", min}});
}

void requirePositive(const char* quantity, double value) {
  if (value > 0 && std::isfinite(value)) return;
  throw Error("positive", {{"quantity", quantity}, {"value", value}});
}

void requireFinite(const char* quantity, bool finite) {
  if (!finite) throw Error("notFinite", {{"quantity", quantity}});
}

void requireSize(const char* quantity, std::ptrdiff_t actual, std::ptrdiff_t expected) {
  if (actual == expected) return;
  throw Error("size", {{"quantity", quantity}, {"actual", actual}, {"expected", expected}});
}

void throwUnknownName(const char* quantity, std::string_view name, std::string_view accepted) {
  throw Error("unknownName", {{"quantity", quantity}, {"value", name}, {"accepted", accepted}});
}

}  // namespace dd
