#include "nn/landscape.hpp"

#include <Eigen/Cholesky>
#include <Eigen/Eigenvalues>
#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

#include "descent/error.hpp"
#include "descent/random.hpp"
#include "nn/evaluation.hpp"

namespace dd {
namespace {

/// Segments of θ that fit into the cache; sums over them are added in double.
constexpr Index segment = 2048;

double dot(ConstVectorRef<float> x, ConstVectorRef<float> y) {
  double sum = 0;
  for (Index begin = 0; begin < x.size(); begin += segment) {
    const Index length = std::min(segment, x.size() - begin);
    sum += x.segment(begin, length).dot(y.segment(begin, length));
  }
  return sum;
}

/// Standard normal numbers; then each unit's part is scaled to its length in θ.
Vector<float> filterNormalised(const Network<float>& network, ConstVectorRef<float> theta,
                               Random& random) {
  Vector<float> direction(theta.size());
  for (float& value : direction) value = static_cast<float>(random.normal());
  for (std::size_t layer = 0; layer < network.architecture().layers.size(); ++layer) {
    const auto w = network.weights(theta, layer);
    const auto b = network.biases(theta, layer);
    auto dw = network.weights(VectorRef<float>(direction), layer);
    auto db = network.biases(VectorRef<float>(direction), layer);
    for (Index unit = 0; unit < w.cols(); ++unit) {
      const float wanted = std::hypot(w.col(unit).norm(), b(0, unit));
      const float scale = wanted / std::hypot(dw.col(unit).norm(), db(0, unit));
      dw.col(unit) *= scale;
      db(0, unit) *= scale;
    }
  }
  return direction;
}

/// Dot products of θₖ − θ with one another.
Eigen::MatrixXd gramMatrix(const std::vector<TrainingPath::Point>& points,
                           ConstVectorRef<float> theta) {
  const auto count = static_cast<Index>(points.size());
  Eigen::MatrixXd gram = Eigen::MatrixXd::Zero(count, count);
  Matrix<float> differences(count, segment);
  Matrix<float> part(count, count);
  for (Index begin = 0; begin < theta.size(); begin += segment) {
    const Index length = std::min(segment, theta.size() - begin);
    for (Index k = 0; k < count; ++k) {
      differences.row(k).head(length) =
          (points[static_cast<std::size_t>(k)].theta - theta).segment(begin, length).transpose();
    }
    const auto block = differences.leftCols(length);
    part.noalias() = block * block.transpose();
    gram += part.cast<double>();
  }
  return gram;
}

}  // namespace

Vector<float> Plane::at(double a, double b) const {
  return origin + static_cast<float>(a) * d1 + static_cast<float>(b) * d2;
}

std::array<double, 2> Plane::project(ConstVectorRef<float> theta) const {
  const Vector<float> offset = theta - origin;
  const double mixed = dot(d1, d2);
  Eigen::Matrix2d gram;
  gram << dot(d1, d1), mixed, mixed, dot(d2, d2);
  const Eigen::Vector2d solution =
      gram.ldlt().solve(Eigen::Vector2d(dot(d1, offset), dot(d2, offset)));
  return {solution[0], solution[1]};
}

Plane randomPlane(const Network<float>& network, ConstVectorRef<float> theta, std::uint64_t seed) {
  if (!(theta.array() != 0).any()) throw Error("landscapeZero");
  Random random(seed);
  Vector<float> first = filterNormalised(network, theta, random);
  return {theta, std::move(first), filterNormalised(network, theta, random)};
}

Plane pathPlane(const TrainingPath& path, ConstVectorRef<float> theta) {
  const auto& points = path.points();
  const auto count = static_cast<Index>(points.size());
  if (count < 2) throw Error("landscapePath");
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(gramMatrix(points, theta));
  const Eigen::VectorXd& eigenvalues = solver.eigenvalues();  // ascending
  // Below this the second one is rounding error.
  if (!(eigenvalues[count - 2] > 1e-6 * eigenvalues[count - 1])) throw Error("landscapePath");

  Plane plane{theta, Vector<float>::Zero(theta.size()), Vector<float>::Zero(theta.size())};
  double furthest = 0;
  Eigen::Matrix<double, 2, Eigen::Dynamic> coordinates(2, count);
  for (Index component = 0; component < 2; ++component) {
    // The coordinates of the path along a component are √λ times its eigenvector.
    const Eigen::VectorXd vector = solver.eigenvectors().col(count - 1 - component);
    coordinates.row(component) = std::sqrt(eigenvalues[count - 1 - component]) *
                                 vector.transpose() * (vector[0] > 0 ? -1 : 1);
  }
  furthest = coordinates.colwise().norm().maxCoeff();
  for (Index component = 0; component < 2; ++component) {
    Vector<float>& direction = component == 0 ? plane.d1 : plane.d2;
    const double scale = furthest / eigenvalues[count - 1 - component];
    for (Index k = 0; k < count; ++k) {
      direction += static_cast<float>(scale * coordinates(component, k)) *
                   (points[static_cast<std::size_t>(k)].theta - theta);
    }
  }
  return plane;
}

Landscape::Landscape(const Network<float>& network, Plane plane, std::shared_ptr<Samples> samples,
                     const Settings& settings)
    : plane_(std::move(plane)),
      samples_(std::move(samples)),
      settings_(settings),
      theta_(plane_.origin) {
  const Index size = settings.size;
  if (size < minSize || size > maxSize || size % 2 == 0) {
    throw Error("landscapeSize", {{"min", minSize}, {"max", maxSize}, {"value", size}});
  }
  requirePositive("radius", settings.radius);
  requireRange("radius", settings.radius, 0, maxRadius);
  requireRange("samples", settings.samples, 1, maxSamples);
  settings_.samples = std::min(settings.samples, samples_->size());
  chunkCount_ = (settings_.samples + chunk - 1) / chunk;
  values_.assign(static_cast<std::size_t>(size * size), std::numeric_limits<double>::quiet_NaN());
  total_ = chunkCount_ * (1 + values_.size());
  if (settings_.l2 == 0) return;
  for (std::size_t layer = 0; layer < network.architecture().layers.size(); ++layer) {
    const auto w = network.weights(ConstVectorRef<float>(plane_.origin), layer);
    const auto d1 = network.weights(ConstVectorRef<float>(plane_.d1), layer);
    const auto d2 = network.weights(ConstVectorRef<float>(plane_.d2), layer);
    squares_[0] += w.squaredNorm();
    squares_[1] += d1.squaredNorm();
    squares_[2] += d2.squaredNorm();
    squares_[3] += w.cwiseProduct(d1).sum();
    squares_[4] += w.cwiseProduct(d2).sum();
    squares_[5] += d1.cwiseProduct(d2).sum();
  }
}

void Landscape::advance(Network<float>& network, std::size_t count) {
  for (const std::size_t end = std::min(total_, done_ + count); done_ < end; ++done_) {
    if (done_ < chunkCount_) {
      prepareChunk(network);
    } else {
      evaluateChunk(network);
    }
  }
}

void Landscape::prepareChunk(const Network<float>& network) {
  const std::size_t begin = done_ * chunk;
  const std::size_t size = std::min(chunk, settings_.samples - begin);
  const auto rows = static_cast<Index>(size);
  const Architecture& architecture = network.architecture();
  std::array<std::uint32_t, chunk> order;
  std::iota(order.begin(), order.end(), static_cast<std::uint32_t>(begin));
  Matrix<float> x(rows, architecture.inputs);
  Chunk made;
  made.targets.resize(rows, architecture.outputs());
  readBatch(*samples_, std::span(order).first(size), x, made.targets);
  const auto scoresOf = [&](const Vector<float>& theta) {
    Matrix<float> scores = x * network.weights(ConstVectorRef<float>(theta), 0);
    scores.rowwise() += network.biases(ConstVectorRef<float>(theta), 0).row(0);
    return scores;
  };
  made.scores = scoresOf(plane_.origin);
  made.along1 = scoresOf(plane_.d1);
  made.along2 = scoresOf(plane_.d2);
  chunks_.push_back(std::move(made));
}

void Landscape::evaluateChunk(Network<float>& network) {
  const std::size_t unit = done_ - chunkCount_;
  const std::size_t point = unit / chunkCount_, part = unit % chunkCount_;
  const double a = coordinate(static_cast<Index>(point) % settings_.size);
  const double b = coordinate(static_cast<Index>(point) / settings_.size);
  const auto fa = static_cast<float>(a), fb = static_cast<float>(b);
  if (part == 0) {
    lossSum_ = 0;
    // What belongs to the first layer is in the scores.
    const Index tail = theta_.size() - network.firstLayerParameters();
    theta_.tail(tail) =
        plane_.origin.tail(tail) + fa * plane_.d1.tail(tail) + fb * plane_.d2.tail(tail);
  }
  const Chunk& chunkOfSamples = chunks_[part];
  firstScores_ = chunkOfSamples.scores + fa * chunkOfSamples.along1 + fb * chunkOfSamples.along2;
  network.forwardFromScores(theta_, firstScores_);
  const Matrix<float>& targets = chunkOfSamples.targets;
  lossSum_ += static_cast<double>(network.loss(targets)) * static_cast<double>(targets.rows());
  if (part + 1 < chunkCount_) return;
  const double value = lossSum_ / static_cast<double>(settings_.samples) + penalty(a, b);
  if (std::isfinite(value)) values_[point] = value;
}

double Landscape::coordinate(Index i) const {
  return settings_.radius * static_cast<double>(2 * i - (settings_.size - 1)) /
         static_cast<double>(settings_.size - 1);
}

double Landscape::penalty(double a, double b) const {
  return settings_.l2 / 2 *
         (squares_[0] + a * a * squares_[1] + b * b * squares_[2] +
          2 * (a * squares_[3] + b * squares_[4] + a * b * squares_[5]));
}

}  // namespace dd
