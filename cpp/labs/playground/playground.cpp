#include "labs/playground/playground.hpp"

#include <cmath>

#include "descent/error.hpp"

namespace dd {

TrainingSettings PlaygroundSettings::training(Index outputs) const {
  requireRange("hiddenLayers", hidden.size(), 0, maxLayers);
  TrainingSettings result;
  result.architecture.inputs = 2;
  for (const Index units : hidden) {
    requireRange("hiddenUnits", units, 1, maxUnits);
    result.architecture.layers.push_back({units, activation});
  }
  result.architecture.layers.push_back({outputs, Activation::softmax});
  result.architecture.loss = Loss::crossEntropy;
  const bool halves = activation == Activation::relu || activation == Activation::leakyRelu;
  result.initializer = halves ? Initializer::he : Initializer::xavier;
  result.optimizer = optimizer;
  result.learningRate = learningRate;
  result.batchSize = batchSize;
  result.l2 = l2;
  result.seed = seed;
  return result;
}

Playground::Playground(const PlaygroundSettings& settings)
    : data_(makePlaneData(settings.data)),
      network_(settings.training(settings.data.classes).architecture),
      theta_(network_.parameterCount()) {
  network_.architecture().requireTrainable();
  const TrainingSettings training = settings.training(settings.data.classes);
  if (data_.train.size() == 0) {
    Random random(settings.seed);
    initialize<float>(network_, training.initializer, random, theta_);
    return;
  }
  const auto samples = std::make_shared<PlaneSamples>(data_.train);
  trainer_ = std::make_unique<Trainer>(training, samples, samples);
}

void Playground::setTheta(ConstVectorRef<float> theta) {
  if (trainer_) {
    trainer_->setTheta(theta);
  } else {
    requireSize("parameters", theta.size(), theta_.size());
    requireFinite("parameters", theta.allFinite());
    theta_ = theta;
  }
}

int Playground::train(int batches) {
  int done = 0;
  while (trainer_ && done < batches && trainer_->trainBatch()) done += 1;
  return done;
}

void Playground::forward(ConstMatrixRef<float> points) {
  network_.inputs(points.rows()) = points;
  network_.forward(theta(), points.rows());
}

PlaneScore Playground::score(const PlanePoints& points) {
  const Index rows = points.size();
  if (rows == 0) return {NAN, NAN};
  forward(points.x);
  Matrix<float> targets = Matrix<float>::Zero(rows, network_.architecture().outputs());
  Index right = 0;
  for (Index i = 0; i < rows; ++i) {
    const Index label = points.labels[static_cast<std::size_t>(i)];
    targets(i, label) = 1;
    Index winner;
    network_.outputs(rows).row(i).maxCoeff(&winner);
    right += winner == label ? 1 : 0;
  }
  return {network_.loss(targets), static_cast<double>(right) / static_cast<double>(rows)};
}

Matrix<float> Playground::field(const PlaneGrid& grid) {
  forward(grid.cells<float>());
  return network_.outputs(grid.size());
}

Index Playground::hiddenUnits() const {
  Index units = 0;
  const auto& layers = network_.architecture().layers;
  for (std::size_t layer = 0; layer + 1 < layers.size(); ++layer) units += layers[layer].units;
  return units;
}

Matrix<float> Playground::unitFields(const PlaneGrid& grid) {
  forward(grid.cells<float>());
  Matrix<float> fields(hiddenUnits(), grid.size());
  Index first = 0;
  const auto& layers = network_.architecture().layers;
  for (std::size_t layer = 0; layer + 1 < layers.size(); ++layer) {
    auto block = fields.middleRows(first, layers[layer].units);
    block = network_.activations(layer, grid.size()).transpose();
    if (layers[layer].activation == Activation::sigmoid) block.array() -= 0.5f;
    first += layers[layer].units;
  }
  for (Index unit = 0; unit < fields.rows(); ++unit) {
    const float largest = fields.row(unit).cwiseAbs().maxCoeff();
    if (largest > 0) fields.row(unit) /= largest;
  }
  return fields;
}

std::vector<std::uint8_t> Playground::silentUnits() {
  std::vector<std::uint8_t> silent;
  const Index rows = data_.train.size();
  if (rows == 0) return std::vector<std::uint8_t>(static_cast<std::size_t>(hiddenUnits()), 0);
  forward(data_.train.x);
  const auto& layers = network_.architecture().layers;
  for (std::size_t layer = 0; layer + 1 < layers.size(); ++layer) {
    const auto answers = network_.activations(layer, rows);
    for (Index unit = 0; unit < layers[layer].units; ++unit) {
      const auto answer = answers.col(unit);
      silent.push_back(rows > 1 && answer.maxCoeff() - answer.minCoeff() < 1e-6f ? 1 : 0);
    }
  }
  return silent;
}

}  // namespace dd
