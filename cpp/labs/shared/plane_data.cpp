#include "labs/shared/plane_data.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "descent/error.hpp"
#include "descent/random.hpp"

namespace dd {
namespace {

using std::numbers::pi;

struct Point {
  double x, y;
};

Point polar(double radius, double angle) {
  return {radius * std::cos(angle), radius * std::sin(angle)};
}

/// A point of class `label` without noise. `along` is spread evenly over 0 … 1 within a class.
Point place(PlaneShape shape, int label, int classes, double along, Random& random) {
  const double share = static_cast<double>(label) / classes;
  switch (shape) {
    case PlaneShape::circles: {
      // Rings of one width with gaps half as wide between them; the first is a disc.
      const double width = 2.6 / (1.5 * classes - 0.5);
      const double radius = width * 1.5 * label;
      const double r =
          label == 0 ? width * std::sqrt(random.uniform()) : random.uniform(radius, radius + width);
      return polar(r, 2 * pi * random.uniform());
    }
    case PlaneShape::xor_: {
      const int sector = label + (random.uniform() < 0.5 ? 0 : classes);
      const double gap = 0.06;  // of a sector, on either side
      const double angle = (sector + random.uniform(gap, 1 - gap)) * pi / classes;
      return polar(2.6 * std::sqrt(random.uniform(0.01, 1)), angle);
    }
    case PlaneShape::spirals:
      return polar(0.2 + 2.4 * along, 2 * pi * (1.25 * along + share));
    case PlaneShape::moons: {
      const double radius = 3.4 / (classes + 1);
      const double middle = radius * (label - 0.5 * (classes - 1));
      const double angle = pi * along, side = label % 2 == 0 ? 1 : -1;
      return {middle + radius * std::cos(angle),
              side * (radius * std::sin(angle) * 1.2 - radius * 0.3)};
    }
    case PlaneShape::blobs: {
      const Point centre = polar(1.6, 2 * pi * share + pi / 2);
      return {centre.x + 0.3 * random.normal(), centre.y + 0.3 * random.normal()};
    }
    case PlaneShape::own:
      break;
  }
  return {};
}

void validate(const PlaneDataSettings& settings) {
  requireRange("classes", settings.classes, 2, PlaneDataSettings::maxClasses);
  requireRange("pointsPerClass", settings.pointsPerClass, 1, 1000);
  requireRange("noise", settings.noise, 0, 1);
  requireRange("testShare", settings.testShare, 0, 0.9);
  if (settings.own.size() % 3 != 0 || settings.own.size() > 3 * PlaneDataSettings::maxOwn) {
    throw Error("pointsWithClass", {{"max", PlaneDataSettings::maxOwn}});
  }
  for (std::size_t i = 0; i < settings.own.size(); i += 3) {
    const double x = settings.own[i], y = settings.own[i + 1], label = settings.own[i + 2];
    requireRange("coordinate", x, -planeRadius, planeRadius);
    requireRange("coordinate", y, -planeRadius, planeRadius);
    if (!(label >= 0 && label < settings.classes && label == std::floor(label))) {
      throw Error("pointClass", {{"classes", settings.classes}});
    }
  }
}

class Collector {
 public:
  void add(Point point, int label) {
    coordinates_.push_back(static_cast<float>(std::clamp(point.x, -planeRadius, planeRadius)));
    coordinates_.push_back(static_cast<float>(std::clamp(point.y, -planeRadius, planeRadius)));
    labels_.push_back(label);
  }
  PlanePoints points() const {
    return {
        Eigen::Map<const Matrix<float>>(coordinates_.data(), static_cast<Index>(labels_.size()), 2),
        labels_};
  }

 private:
  std::vector<float> coordinates_;
  std::vector<int> labels_;
};

}  // namespace

PlaneData makePlaneData(const PlaneDataSettings& settings) {
  validate(settings);
  Random random(settings.seed);
  Collector train, test;
  const bool onlyOwn = settings.shape == PlaneShape::own;
  const int count = onlyOwn ? 0 : settings.pointsPerClass;
  std::vector<int> order(static_cast<std::size_t>(count));
  for (int label = 0; label < settings.classes; ++label) {
    // The places along an arm are drawn in another order, so that the test has its share of each.
    for (int i = 0; i < count; ++i) order[static_cast<std::size_t>(i)] = i;
    random.shuffle(order.data(), order.size());
    const int forTest = static_cast<int>(std::floor(settings.testShare * count));
    for (int i = 0; i < count; ++i) {
      const double along = (order[static_cast<std::size_t>(i)] + 0.5) / count;
      Point point = place(settings.shape, label, settings.classes, along, random);
      point.x += 0.5 * settings.noise * random.normal();
      point.y += 0.5 * settings.noise * random.normal();
      (i < count - forTest ? train : test).add(point, label);
    }
  }
  std::array<int, PlaneDataSettings::maxClasses> seen{};
  for (std::size_t i = 0; i < settings.own.size(); i += 3) {
    const auto label = static_cast<std::size_t>(settings.own[i + 2]);
    const bool held = onlyOwn && settings.testShare > 0 && ++seen[label] % 4 == 0;
    (held ? test : train).add({settings.own[i], settings.own[i + 1]}, static_cast<int>(label));
  }
  return {train.points(), test.points()};
}

}  // namespace dd
