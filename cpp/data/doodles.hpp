#pragma once

#include <vector>

#include "descent/random.hpp"
#include "ink/ink.hpp"

/// Non-digits whose shape is new each time; a square of 100 units, more or less.
namespace dd::doodles {

using Doodle = std::vector<Stroke>(Random& random);
Doodle dot, dots, dash, scribble, hatching, zigzag, wave, severalLines, severalCurves, twoScribbles,
    spiral, rings, loops, blot, flower, cloud, doodle, arcsAndLines, polygonAndLines, hooks;

}  // namespace dd::doodles
