#include "labs/shared/plane_grid.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "descent/error.hpp"

namespace dd {
namespace {

/// Probabilities below count as this; a float still holds it in full.
constexpr float smallest = 1e-37f;

/// What each class is ahead of the best of the others, (cells × classes).
Matrix<float> leads(ConstMatrixRef<float> scores) {
  Matrix<float> result(scores.rows(), scores.cols());
  for (Index i = 0; i < scores.rows(); ++i) {
    Index winner;
    const float best = scores.row(i).maxCoeff(&winner);
    float second = -std::numeric_limits<float>::infinity();
    for (Index k = 0; k < scores.cols(); ++k) {
      if (k != winner) second = std::max(second, scores(i, k));
    }
    for (Index k = 0; k < scores.cols(); ++k) {
      result(i, k) = scores(i, k) - (k == winner ? second : best);
    }
  }
  return result;
}

}  // namespace

void PlaneGrid::validate() const {
  const bool finite =
      std::isfinite(x0) && std::isfinite(x1) && std::isfinite(y0) && std::isfinite(y1);
  if (!finite || !(x0 < x1) || !(y0 < y1)) throw Error("planeRectangle");
  if (columns < 2 || columns > maxSide || rows < 2 || rows > maxSide) {
    throw Error("planeGrid", {{"min", 2}, {"max", maxSide}});
  }
}

std::vector<float> classBorders(ConstMatrixRef<float> probabilities, const PlaneGrid& grid) {
  struct Corner {
    Index column, row;
  };
  constexpr std::array<Corner, 4> corners = {{{0, 0}, {1, 0}, {1, 1}, {0, 1}}};
  std::vector<float> segments;
  if (probabilities.cols() < 2) return segments;
  const Matrix<float> lead = leads(probabilities.array().max(smallest).log().matrix());
  // Between two classes both leads are zero at the same place, so that one of them is enough.
  const Index classes = probabilities.cols() == 2 ? 1 : probabilities.cols();
  for (Index k = 0; k < classes; ++k) {
    for (Index row = 0; row + 1 < grid.rows; ++row) {
      for (Index column = 0; column + 1 < grid.columns; ++column) {
        std::array<float, 4> value;
        for (std::size_t c = 0; c < 4; ++c) {
          value[c] = lead((row + corners[c].row) * grid.columns + column + corners[c].column, k);
        }
        for (std::size_t c = 0; c < 4; ++c) {
          const std::size_t next = (c + 1) % 4;
          if ((value[c] > 0) == (value[next] > 0)) continue;
          const double share = value[c] / (value[c] - value[next]);
          const auto between = [share](Index from, Index to) {
            return static_cast<double>(from) + share * static_cast<double>(to - from);
          };
          segments.push_back(static_cast<float>(grid.x(
              static_cast<double>(column) + between(corners[c].column, corners[next].column))));
          segments.push_back(static_cast<float>(
              grid.y(static_cast<double>(row) + between(corners[c].row, corners[next].row))));
        }
      }
    }
  }
  return segments;
}

}  // namespace dd
