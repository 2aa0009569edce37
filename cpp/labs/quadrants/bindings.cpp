#include <algorithm>

#include "labs/quadrants/quadrants.hpp"
#include "labs/shared/plane_bindings.hpp"

namespace dd::bindings {
namespace {

/// One call for all that the lab shows. `options`: { points, hidden, learningRate, seed, steps,
/// probe: [x, y], grid }.
val quadrants(const val& options) {
  return guarded([&] {
    QuadrantsSettings settings;
    const std::vector<double> points = readDoubles(options["points"], "points");
    if (points.size() != settings.points.size()) {
      throw std::invalid_argument("There must be four points of two coordinates each.");
    }
    std::copy(points.begin(), points.end(), settings.points.begin());
    settings.hidden = static_cast<Index>(readInteger(options, "hidden"));
    settings.learningRate = readNumber(options, "learningRate");
    settings.seed = readSeed(readNumber(options, "seed"));
    settings.steps = static_cast<int>(readInteger(options, "steps"));
    const std::vector<double> probe = readDoubles(options["probe"], "probe");
    if (probe.size() != 2) throw std::invalid_argument("The probe must have two coordinates.");
    const PlaneGrid grid = readGrid(options["grid"]);

    Quadrants network(settings);
    const Matrix<float> field = network.field(grid);
    const auto probabilities = network.probabilities(probe[0], probe[1]);
    val object = val::object();
    object.set("loss", network.loss());
    object.set("losses", doubles(network.losses()));
    object.set("divergedAt", network.divergedAt());
    object.set("silentUnits", static_cast<int>(network.silentUnits()));
    object.set("coincide", anyCoincide(settings.points));
    object.set("onPoints", doubles(network.onPoints().data(), 16));
    object.set("probabilities", doubles(probabilities.data(), 4));
    object.set("winner",
               static_cast<int>(std::max_element(probabilities.begin(), probabilities.end()) -
                                probabilities.begin()));
    object.set("quadrant", quadrantOf(probe[0], probe[1]));
    object.set("own", ownQuadrantShare(field, grid));
    object.set("field", floats(field));
    object.set("borders", floats(classBorders(field, grid)));
    return object;
  });
}

}  // namespace

EMSCRIPTEN_BINDINGS(lab_quadrants) { emscripten::function("quadrants", &quadrants); }

}  // namespace dd::bindings
