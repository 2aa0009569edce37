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

/// Styles with the same structure, point for point: whatever lies between two of them is a way of
/// writing the digit as well.
using TemplateFamily = std::span<const DigitTemplate>;

/// The styles of a digit 0 … 9, drawn by hand for this project. Throws std::invalid_argument for
/// other digits.
std::span<const TemplateFamily> digitTemplates(int digit);

/// One digit each; two digits share a file.
std::span<const TemplateFamily> templatesOfZero();
std::span<const TemplateFamily> templatesOfOne();
std::span<const TemplateFamily> templatesOfTwo();
std::span<const TemplateFamily> templatesOfThree();
std::span<const TemplateFamily> templatesOfFour();
std::span<const TemplateFamily> templatesOfFive();
std::span<const TemplateFamily> templatesOfSix();
std::span<const TemplateFamily> templatesOfSeven();
std::span<const TemplateFamily> templatesOfEight();
std::span<const TemplateFamily> templatesOfNine();

}  // namespace dd
