#pragma once

#include "bindings/convert.hpp"
#include "labs/shared/plane_grid.hpp"

namespace dd::bindings {

/// { x0, x1, y0, y1, columns, rows }; throws std::invalid_argument for what is no such grid.
inline PlaneGrid readGrid(const val& object) {
  const PlaneGrid grid{readNumber(object, "x0"),
                       readNumber(object, "x1"),
                       readNumber(object, "y0"),
                       readNumber(object, "y1"),
                       static_cast<Index>(readInteger(object, "columns")),
                       static_cast<Index>(readInteger(object, "rows"))};
  grid.validate();
  return grid;
}

inline val floats(const Matrix<float>& values) {
  return floats(values.data(), static_cast<std::size_t>(values.size()));
}
inline val floats(const std::vector<float>& values) { return floats(values.data(), values.size()); }

}  // namespace dd::bindings
