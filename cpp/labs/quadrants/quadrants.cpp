#include "labs/quadrants/quadrants.hpp"

#include <cmath>

#include "descent/descend.hpp"
#include "descent/error.hpp"
#include "nn/initializers.hpp"

namespace dd {
namespace {

Network<double> makeNetwork(Index hidden) {
  requireRange("hiddenUnits", hidden, 1, QuadrantsSettings::maxHidden);
  return Network<double>(
      {2, {{hidden, Activation::relu}, {4, Activation::softmax}}, Loss::crossEntropy});
}

}  // namespace

Quadrants::Quadrants(const QuadrantsSettings& settings)
    : network_(makeNetwork(settings.hidden)), theta_(network_.parameterCount()) {
  const Eigen::Map<const Matrix<double>> points(settings.points.data(), 4, 2);
  requireFinite("points", points.allFinite());
  requireAtLeast("learningRate", settings.learningRate, 0);
  requireRange("steps", settings.steps, 0, QuadrantsSettings::maxSteps);
  Random random(settings.seed);
  initialize<double>(network_, Initializer::he, random, theta_);
  NetworkObjective<double> objective(network_, 0);
  objective.setBatch(points, Matrix<double>::Identity(4, 4));
  const auto sgd = makeOptimizer<double>("sgd", theta_.size());
  Vector<double> theta = theta_;
  const auto visit = [&](Index step, const Vector<double>& at, Vector<double>& gradient) {
    const double loss = objective.valueAndGradient(at, gradient);
    if (!std::isfinite(loss)) {
      divergedAt_ = static_cast<int>(step);
      return false;
    }
    losses_.push_back(loss);
    theta_ = at;
    return true;
  };
  const Descent descent = descend(*sgd, settings.learningRate, theta, settings.steps, visit);
  if (descent.diverged) divergedAt_ = static_cast<int>(descent.steps + 1);
  loss_ = objective.value(theta_);
  onPoints_ = network_.outputs(4);
  silentUnits_ = (network_.activations(0, 4).colwise().maxCoeff().array() <= 0).count();
}

std::array<double, 4> Quadrants::probabilities(double x, double y) {
  requireFinite("points", std::isfinite(x) && std::isfinite(y));
  network_.inputs(1).row(0) << x, y;
  network_.forward(theta_, 1);
  const auto p = network_.outputs(1);
  return {p(0, 0), p(0, 1), p(0, 2), p(0, 3)};
}

Matrix<float> Quadrants::field(const PlaneGrid& grid) {
  const Matrix<double> cells = grid.cells<double>();
  network_.inputs(cells.rows()) = cells;
  network_.forward(theta_, grid.size());
  return network_.outputs(grid.size()).cast<float>();
}

int quadrantOf(double x, double y) {
  if (y >= 0) return x >= 0 ? 0 : 1;
  return x < 0 ? 2 : 3;
}

bool anyCoincide(const std::array<double, 8>& points) {
  for (std::size_t i = 0; i < 8; i += 2) {
    for (std::size_t j = 0; j < i; j += 2) {
      if (points[i] == points[j] && points[i + 1] == points[j + 1]) return true;
    }
  }
  return false;
}

double ownQuadrantShare(ConstMatrixRef<float> probabilities, const PlaneGrid& grid) {
  Index own = 0;
  for (Index i = 0; i < probabilities.rows(); ++i) {
    Index winner;
    probabilities.row(i).maxCoeff(&winner);
    const double x = grid.x(static_cast<double>(i % grid.columns));
    const double y = grid.y(static_cast<double>(i / grid.columns));
    if (winner == quadrantOf(x, y)) own += 1;
  }
  return static_cast<double>(own) / static_cast<double>(probabilities.rows());
}

}  // namespace dd
