#pragma once

#include <vector>

#include "descent/types.hpp"

namespace dd {

/// A rectangle of the plane, cut into columns × rows cells.
struct PlaneGrid {
  double x0, x1, y0, y1;
  Index columns, rows;

  static constexpr Index maxSide = 512;

  /// Throws Error unless the rectangle is finite and not empty and there are
  /// 2 … maxSide columns and rows.
  void validate() const;
  Index size() const { return columns * rows; }
  double x(double column) const {
    return x0 + (x1 - x0) * (column + 0.5) / static_cast<double>(columns);
  }
  double y(double row) const { return y1 - (y1 - y0) * (row + 0.5) / static_cast<double>(rows); }

  /// The middles of the cells, (size × 2), row by row from the top (y1), each from x0 to x1. Throws
  /// as validate does.
  template <class Scalar>
  Matrix<Scalar> cells() const {
    validate();
    Matrix<Scalar> points(size(), 2);
    for (Index row = 0; row < rows; ++row) {
      for (Index column = 0; column < columns; ++column) {
        const Index i = row * columns + column;
        points(i, 0) = static_cast<Scalar>(x(static_cast<double>(column)));
        points(i, 1) = static_cast<Scalar>(y(static_cast<double>(row)));
      }
    }
    return points;
  }
};

/// Where another class becomes the most probable one: x, y, x, y of the ends of short lines. For
/// each class the zero line of its lead over the best of the others, by marching squares with
/// linear interpolation. `probabilities` has a row for each cell of the grid and a column for each
/// class; their logarithms are compared, which are far straighter across a border.
std::vector<float> classBorders(ConstMatrixRef<float> probabilities, const PlaneGrid& grid);

}  // namespace dd
