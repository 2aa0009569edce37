#pragma once

#include <span>

namespace dd {

/// A point that the pen passes. Units: hundredths of the digit's height, y down; x from the left.
struct ControlPoint {
  enum class Kind {
    start,   ///< the pen comes down here
    smooth,  ///< the curve passes without a kink
    corner   ///< the curve passes with a kink
  };
  float x, y;
  Kind kind;
};

namespace control_points {
constexpr ControlPoint start(float x, float y) { return {x, y, ControlPoint::Kind::start}; }
constexpr ControlPoint to(float x, float y) { return {x, y, ControlPoint::Kind::smooth}; }
constexpr ControlPoint corner(float x, float y) { return {x, y, ControlPoint::Kind::corner}; }
}  // namespace control_points

/// One way of writing a digit: the curves through its control points.
struct DigitTemplate {
  /// How often this style is written, relative to the digit's other styles.
  float weight;
  std::span<const ControlPoint> points;
};

/// The styles of a digit 0 … 9, drawn by hand for this project. Throws std::invalid_argument for
/// other digits.
std::span<const DigitTemplate> digitTemplates(int digit);

/// Its two halves, one file each.
std::span<const DigitTemplate> templatesZeroToFour(int digit);
std::span<const DigitTemplate> templatesFiveToNine(int digit);

}  // namespace dd
