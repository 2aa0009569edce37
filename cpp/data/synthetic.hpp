#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "data/dataset.hpp"
#include "descent/random.hpp"
#include "ink/ink.hpp"

namespace dd {

/// Pen strokes of one digit 0 … 9 in a random style, slant and shape; y down, about 100 units high.
/// Throws Error for other digits.
std::vector<Stroke> syntheticStrokes(int digit, Random& random);

/// `count` digits drawn by imageFromStrokes with varied pens, labels 0, 1, …, 9, 0, 1, …. One seed
/// gives the same bytes everywhere, natively and in WebAssembly: the arithmetic uses +, −, ×, ÷ and
/// the square root alone, which IEEE 754 rounds in one way. A smaller set is the start of a larger.
DataSet syntheticDigits(std::size_t count, std::uint64_t seed);

}  // namespace dd
