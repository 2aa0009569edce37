#pragma once

#include <span>
#include <vector>

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

/// One way of writing a digit: the curves through its control points.
struct DigitTemplate {
  /// How often this style is written, relative to the digit's other styles.
  float weight;
  std::vector<ControlPoint> points;
};

/// Styles with the same structure, point for point: whatever lies between two of them is a way of
/// writing the digit as well.
using TemplateFamily = std::vector<DigitTemplate>;

/// The styles of a digit 0 … 9, drawn by hand for this project (digit_templates.txt). Throws
/// Error for other digits.
std::span<const TemplateFamily> digitTemplates(int digit);

}  // namespace dd
