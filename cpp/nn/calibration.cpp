#include "nn/calibration.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include "descent/error.hpp"
#include "nn/evaluation.hpp"

namespace dd {
namespace {

constexpr std::size_t chunk = 128;
constexpr double minTemperature = 0.25, maxTemperature = 4.0;
constexpr int bisections = 40;

/// d/dβ of the mean cross-entropy of softmax(β·z), in double: mean of E_softmax[z] − z_label.
double slope(const Matrix<float>& scores, const std::vector<int>& labels, double beta) {
  double sum = 0;
  for (Index row = 0; row < scores.rows(); ++row) {
    const Eigen::ArrayXd z = scores.row(row).transpose().cast<double>().array();
    const Eigen::ArrayXd p = (beta * (z - z.maxCoeff())).exp();
    sum += (p * z).sum() / p.sum() - z[labels[static_cast<std::size_t>(row)]];
  }
  return sum / static_cast<double>(scores.rows());
}

}  // namespace

double fitTemperature(Network<float>& network, ConstVectorRef<float> theta, Samples& samples) {
  const Architecture& architecture = network.architecture();
  if (architecture.layers.back().activation != Activation::softmax) throw Error("softmaxNeeded");
  requireMatching(samples, architecture);
  const std::size_t size = samples.size();
  Matrix<float> scores(static_cast<Index>(size), architecture.outputs());
  Matrix<float> targets(static_cast<Index>(chunk), architecture.outputs());
  std::vector<int> labels;
  std::vector<std::uint32_t> order(chunk);
  for (std::size_t begin = 0; begin < size; begin += chunk) {
    const std::size_t count = std::min(chunk, size - begin);
    const auto rows = static_cast<Index>(count);
    std::iota(order.begin(), order.end(), static_cast<std::uint32_t>(begin));
    readBatch(samples, std::span(order).first(count), Samples::Purpose::evaluation, network,
              targets.topRows(rows));
    network.forward(theta, rows);
    scores.middleRows(static_cast<Index>(begin), rows) = network.outputScores(rows);
    for (std::size_t i = 0; i < count; ++i) labels.push_back(samples.label(begin + i));
  }
  // The loss is convex in β = 1/T: its slope rises, and is zero where T is best.
  double low = 1 / maxTemperature, high = 1 / minTemperature;
  for (int i = 0; i < bisections; ++i) {
    const double middle = (low + high) / 2;
    (slope(scores, labels, middle) < 0 ? low : high) = middle;
  }
  return 2 / (low + high);
}

void applyTemperature(const Network<float>& network, VectorRef<float> theta, double temperature) {
  const std::size_t last = network.architecture().layers.size() - 1;
  network.weights(theta, last) /= static_cast<float>(temperature);
  network.biases(theta, last) /= static_cast<float>(temperature);
}

void applyPrior(const Network<float>& network, VectorRef<float> theta, Index outputClass,
                double before, double after) {
  const auto logOdds = [](double share) {
    if (!(share > 0 && share < 1)) throw Error("classShare");
    return std::log(share / (1 - share));
  };
  const Architecture& architecture = network.architecture();
  if (outputClass < 0 || outputClass >= architecture.outputs()) {
    throw Error("noSuchItem", {{"quantity", "class"}, {"index", outputClass}});
  }
  network.biases(theta, architecture.layers.size() - 1)(outputClass) +=
      static_cast<float>(logOdds(after) - logOdds(before));
}

}  // namespace dd
