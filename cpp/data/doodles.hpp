#pragma once

#include <vector>

#include "descent/random.hpp"
#include "ink/ink.hpp"

/// Non-digits whose shape is new each time; a square of 100 units, more or less.
namespace dd::doodles {

std::vector<Stroke> dot(Random& random);
std::vector<Stroke> dots(Random& random);
std::vector<Stroke> dash(Random& random);
std::vector<Stroke> scribble(Random& random);
std::vector<Stroke> hatching(Random& random);
std::vector<Stroke> zigzag(Random& random);
std::vector<Stroke> wave(Random& random);
std::vector<Stroke> severalLines(Random& random);
std::vector<Stroke> severalCurves(Random& random);
std::vector<Stroke> twoScribbles(Random& random);
std::vector<Stroke> spiral(Random& random);
std::vector<Stroke> rings(Random& random);
std::vector<Stroke> loops(Random& random);
std::vector<Stroke> blot(Random& random);
std::vector<Stroke> flower(Random& random);
std::vector<Stroke> cloud(Random& random);
std::vector<Stroke> doodle(Random& random);
std::vector<Stroke> arcsAndLines(Random& random);
std::vector<Stroke> polygonAndLines(Random& random);
std::vector<Stroke> hooks(Random& random);

}  // namespace dd::doodles
