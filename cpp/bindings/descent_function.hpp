#pragma once

#include <cmath>
#include <memory>
#include <optional>

#include "bindings/values.hpp"
#include "descent/functions.hpp"

namespace dd::bindings {

/// What JavaScript knows as a function to go down.
struct DescentFunction {
  std::unique_ptr<Objective<double>> objective;
  FunctionFacts facts;
};
using SharedFunction = std::shared_ptr<DescentFunction>;

inline std::optional<double> unlessNaN(double value) {
  return std::isnan(value) ? std::nullopt : std::optional(value);
}

/// `array` as a point of so many coordinates; throws Error otherwise.
Vector<double> readPoint(const val& array, Index dimension);

}  // namespace dd::bindings
