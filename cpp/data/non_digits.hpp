#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "data/dataset.hpp"
#include "descent/named.hpp"
#include "descent/random.hpp"

namespace dd {

/// Two families of drawings that are no digits and share no kind, so that what a network makes of
/// kinds that it was never shown can be measured. Neither has what people also write as a digit:
/// O, I, l, S, Z, B, g, q, b, a circle, an upright line.
enum class NonDigitFamily { training, unseen };
template <>
inline constexpr NameList namesOf<NonDigitFamily>{"nonDigitFamily", {"training", "unseen"}};

/// The kinds of a family, such as "scribble" or "arrow".
std::size_t nonDigitKindCount(NonDigitFamily family);
/// Throws Error for a kind that there is not.
const char* nonDigitKindName(NonDigitFamily family, std::size_t kind);

/// Pen strokes of one drawing of a kind, with at least one point; y down, about 100 units high.
/// Throws Error for a kind that there is not.
std::vector<Stroke> nonDigitStrokes(NonDigitFamily family, std::size_t kind, Random& random);

/// `count` drawings of the kinds in turn, labelled noDigit, drawn by imageFromStrokes with varied
/// pens. One seed gives the same bytes everywhere, and a smaller set is the start of a larger, as
/// for syntheticDigits.
DataSet nonDigits(std::size_t count, std::uint64_t seed, NonDigitFamily family);

}  // namespace dd
