#include "ink/number.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "ink/pieces.hpp"

namespace dd {
namespace {

// Lengths below are in heights of the whole drawing.

/// Gaps of this width beside a low piece are as likely within a digit as between two; `gapSpread`
/// is the scale of the logistic curve between "within" and "between".
constexpr float evenGap = 0.12f, gapSpread = 0.025f;
/// Two pieces both higher than this are seldom one digit, whatever the gap: the hat of a 5 and the
/// bar of a 7 are low, and so is one half of most 4s. The evidence is in log-odds.
constexpr float tallHeight = 0.72f, tallSpread = 0.05f;
constexpr double tallEvidence = 6;
/// The digits that are written in pieces side by side: 4, 5 and 7 were 190 of 193 such digits of 24
/// writers; others write a 9 as a ring and a stem, or a 0 as two arcs.
constexpr std::array<std::size_t, 5> inPieces = {0, 4, 5, 7, 9};
constexpr double notInPiecesPenalty = 5;
/// Log-odds of one digit against a number before anything is seen of the pieces.
constexpr double oneDigitEvidence = 2;
/// Several pieces as wide as this, in heights of their own, are as likely two digits as one.
constexpr float evenAspect = 1.2f, aspectSpread = 0.08f;
/// Pieces lower than this are seldom digits by themselves (the hat of a 5, the bar of a 7).
constexpr float minHeight = 0.5f;
constexpr double lowPenalty = 5;
/// A cut through a stroke needs the evidence of so much log-probability.
constexpr double cutPenalty = 2.5;
/// A digit may be so wide, and consist of so many pieces.
constexpr float greatestWidth = 1.9f;
constexpr std::size_t greatestPieces = 4;
/// A drawing wider than this is no number but a dash.
constexpr float longestNumber = 20;
/// Ways to read are not searched for among more pieces than these.
constexpr std::size_t maxPieces = 24;
constexpr double minProbability = 1e-6;

/// log σ(x)
double logLogistic(double x) {
  return x < 0 ? x - std::log1p(std::exp(x)) : -std::log1p(std::exp(-x));
}

/// The most probable of the ten digits.
std::size_t likeliest(const std::vector<float>& probabilities) {
  const auto digits = static_cast<std::ptrdiff_t>(std::min<std::size_t>(10, probabilities.size()));
  const auto first = probabilities.begin();
  return static_cast<std::size_t>(std::max_element(first, first + digits) - first);
}

NumberDigit recognized(std::span<const Piece> pieces, const DigitRecognizer& recognize) {
  NumberDigit digit;
  for (const Piece& piece : pieces) {
    digit.strokes.insert(digit.strokes.end(), piece.strokes.begin(), piece.strokes.end());
    include(digit.bounds, piece.bounds);
  }
  digit.image = *imageFromStrokes(digit.strokes);
  static_cast<Recognition&>(digit) = recognize(digit.image);
  return digit;
}

/// How likely it is, in logarithms, that these pieces are one digit by its looks: to the network,
/// by its shape, and by how such digits are written.
double looksOf(const NumberDigit& digit, std::span<const Piece> pieces, float unit) {
  const std::size_t best = likeliest(digit.probabilities);
  const float wide = widthOf(digit.bounds), high = heightOf(digit.bounds);
  double score = std::log(std::max<double>(minProbability, digit.probabilities[best]));
  if (high < minHeight * unit) score -= lowPenalty;
  if (pieces.size() == 1) return score;
  score += logLogistic((evenAspect - wide / std::max(high, minHeight * unit)) / aspectSpread);
  const bool cut = std::any_of(pieces.begin() + 1, pieces.end(),
                               [](const Piece& piece) { return piece.cutFromPrevious; });
  const bool seldom = std::find(inPieces.begin(), inPieces.end(), best) == inPieces.end();
  if (seldom && !cut) score -= notInPiecesPenalty;
  return score;
}

/// The best way to read the pieces before one of them.
struct Reading {
  double score = -std::numeric_limits<double>::infinity();
  std::size_t lastBegins = 0;
  NumberDigit last;
};

/// How much likelier the space before each piece is between digits, and within one, in logarithms.
struct Space {
  double between, within;
};

Space spaceBefore(const Piece& piece, const Piece& previous, float unit) {
  if (piece.cutFromPrevious) return {-cutPenalty, 0};
  const double gap = distanceBetween(previous, piece, unit);
  const double lower = std::min(heightOf(previous.bounds), heightOf(piece.bounds)) / unit;
  const double evidence = (gap - evenGap) / gapSpread +
                          tallEvidence * std::exp(logLogistic((lower - tallHeight) / tallSpread));
  return {logLogistic(evidence), logLogistic(-evidence)};
}

std::vector<NumberDigit> bestReading(const std::vector<Piece>& pieces, float unit,
                                     const DigitRecognizer& recognize) {
  const std::size_t count = pieces.size();
  std::vector<Space> spaces(count);
  for (std::size_t i = 1; i < count; ++i) spaces[i] = spaceBefore(pieces[i], pieces[i - 1], unit);
  std::vector<Reading> best(count + 1);
  best[0].score = 0;
  for (std::size_t end = 1; end <= count; ++end) {
    Bounds bounds;
    double within = 0;
    for (std::size_t size = 1; size <= std::min(end, greatestPieces); ++size) {
      const std::size_t begin = end - size;
      if (size > 1) within += spaces[begin + 1].within;
      include(bounds, pieces[begin].bounds);
      if (size > 1 && widthOf(bounds) > greatestWidth * unit) break;
      const std::span<const Piece> joined(&pieces[begin], size);
      NumberDigit digit = recognized(joined, recognize);
      double score = best[begin].score + within + looksOf(digit, joined, unit);
      if (begin > 0) score += spaces[begin].between;
      if (size == count) score += oneDigitEvidence;
      if (score > best[end].score) best[end] = {score, begin, std::move(digit)};
    }
  }
  std::vector<NumberDigit> digits;
  for (std::size_t end = count; end > 0; end = best[end].lastBegins) {
    digits.push_back(std::move(best[end].last));
  }
  std::reverse(digits.begin(), digits.end());
  return digits;
}

}  // namespace

std::vector<NumberDigit> readNumber(std::span<const Stroke> strokes,
                                    const DigitRecognizer& recognize) {
  const Bounds all = boundsOf(strokes);
  if (all.empty()) return {};
  const float unit = heightOf(all);
  std::vector<Piece> pieces;
  // A dash has no height to measure by.
  if (unit > 0 && widthOf(all) <= longestNumber * unit) pieces = piecesOf(strokes, unit);
  if (pieces.size() < 2 || pieces.size() > maxPieces) {
    const Piece whole{{strokes.begin(), strokes.end()}, all};
    std::vector<NumberDigit> digits;
    digits.push_back(recognized({&whole, 1}, recognize));
    return digits;
  }
  return bestReading(pieces, unit, recognize);
}

}  // namespace dd
