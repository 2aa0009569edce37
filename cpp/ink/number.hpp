#pragma once

#include <functional>
#include <span>
#include <vector>

#include "ink/ink.hpp"

namespace dd {

/// What a network gives for one image.
struct Recognition {
  std::vector<float> probabilities;  ///< of the ten digits, and maybe of further classes
  std::vector<float> activations;    ///< of all layers, one after another
};

/// What is known of one digit of a number.
struct NumberDigit : Recognition {
  std::vector<Stroke> strokes;
  Bounds bounds;
  Image image;
};

using DigitRecognizer = std::function<Recognition(const Image&)>;

/// Splits strokes into the digits of a number, from left to right, and recognizes each.
///
/// Among all ways to join neighbouring pieces of the ink (ink/pieces.hpp) to digits the most
/// probable one is taken: the product of the digits' probabilities and of how likely such pieces,
/// with such a gap, are two digits or one (over-segmentation and dynamic programming, as in LeCun,
/// Bottou, Bengio, Haffner 1998, section V).
///
/// A drawing of one piece is one digit, recognized once. Returns nothing when there is no point.
/// Throws Error when a coordinate is not finite.
std::vector<NumberDigit> readNumber(std::span<const Stroke> strokes,
                                    const DigitRecognizer& recognize);

}  // namespace dd
