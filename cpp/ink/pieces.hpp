#pragma once

#include <span>
#include <vector>

#include "ink/ink.hpp"

namespace dd {

/// Ink that belongs to one digit of a number, or makes one together with its neighbours.
struct Piece {
  std::vector<Stroke> strokes;
  Bounds bounds;
  bool cutFromPrevious = false;  ///< whether a stroke was cut on the left of it
};

inline float widthOf(const Bounds& bounds) { return bounds.right - bounds.left; }
inline float heightOf(const Bounds& bounds) { return bounds.bottom - bounds.top; }
/// Widens the first so that it holds the second.
void include(Bounds& bounds, const Bounds& other);

/// Pieces from left to right. Strokes that lie over one another in x are one piece; a piece that is
/// wide for its height is cut where little ink crosses a vertical line. `unit`: the height of the
/// whole drawing, > 0.
std::vector<Piece> piecesOf(std::span<const Stroke> strokes, float unit);

/// The least distance between the ink of two pieces, in units.
float distanceBetween(const Piece& a, const Piece& b, float unit);

}  // namespace dd
