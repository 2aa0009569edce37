#include <algorithm>

#include "bindings/values.hpp"
#include "descent/error.hpp"
#include "labs/quadrants/quadrants.hpp"

namespace dd::bindings {
namespace {

struct QuadrantsOptions {
  QuadrantsSettings settings;
  std::vector<double> points, probe;
  PlaneGrid grid;
};

struct QuadrantsResult {
  double loss;
  std::vector<double> losses;
  int divergedAt;
  Index silentUnits;
  bool coincide;
  Matrix<double> onPoints;
  std::array<double, 4> probabilities;
  std::ptrdiff_t winner;
  int quadrant;
  double own;
  Matrix<float> field;
  std::vector<float> borders;
};

/// One call for all that the lab shows.
QuadrantsResult quadrants(const QuadrantsOptions& options) {
  QuadrantsSettings settings = options.settings;
  requireSize("points", options.points.size(), settings.points.size());
  std::copy(options.points.begin(), options.points.end(), settings.points.begin());
  requireSize("probe", options.probe.size(), 2);
  const double x = options.probe[0], y = options.probe[1];
  options.grid.validate();

  Quadrants network(settings);
  const auto probabilities = network.probabilities(x, y);
  const auto winner = std::max_element(probabilities.begin(), probabilities.end());
  const Matrix<float> field = network.field(options.grid);
  return {network.loss(),
          network.losses(),
          network.divergedAt(),
          network.silentUnits(),
          anyCoincide(settings.points),
          network.onPoints(),
          probabilities,
          winner - probabilities.begin(),
          quadrantOf(x, y),
          ownQuadrantShare(field, options.grid),
          field,
          classBorders(field, options.grid)};
}

template <auto setting>
auto& of(QuadrantsOptions& options) {
  return options.settings.*setting;
}

}  // namespace

EMSCRIPTEN_BINDINGS(lab_quadrants) {
  DD_OPTIONS(QuadrantsOptions, points, probe, grid)
      .field<&of<&QuadrantsSettings::hidden>>("hidden")
      .field<&of<&QuadrantsSettings::learningRate>>("learningRate")
      .field<&of<&QuadrantsSettings::seed>>("seed")
      .field<&of<&QuadrantsSettings::steps>>("steps");
  DD_RESULT(QuadrantsResult, loss, losses, divergedAt, silentUnits, coincide, onPoints,
            probabilities, winner, quadrant, own, field, borders);
  functions<&quadrants>();
}

}  // namespace dd::bindings
