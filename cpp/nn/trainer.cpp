#include "nn/trainer.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

#include "descent/error.hpp"

namespace dd {
namespace {

/// Weight that one batch adds to the running loss.
constexpr double runningLossRate = 0.05;

double requireLearningRate(double learningRate) {
  requireAtLeast("learningRate", learningRate, 0);
  return learningRate;
}

Index requireBatchSize(Index batchSize) {
  requireRange("batchSize", batchSize, 1, TrainingSettings::maxBatchSize);
  return batchSize;
}

}  // namespace

Trainer::Trainer(TrainingSettings settings, std::shared_ptr<Samples> train,
                 std::shared_ptr<Samples> test, std::shared_ptr<ThreadPool> pool)
    : settings_(std::move(settings)),
      train_(std::move(train)),
      test_(std::move(test)),
      network_(settings_.architecture, std::move(pool)),
      objective_(network_, static_cast<float>(settings_.l2)),
      optimizer_(makeOptimizer<float>(settings_.optimizer, network_.parameterCount(),
                                      settings_.optimizerSettings)),
      random_(settings_.seed),
      theta_(network_.parameterCount()),
      gradient_(network_.parameterCount()),
      step_(theta_.size()) {
  requireLearningRate(settings_.learningRate);
  requireBatchSize(settings_.batchSize);
  setStop(settings_.stopAfterEpochs, settings_.stopBelowLoss);
  requireMatching(*train_, settings_.architecture);
  requireMatching(*test_, settings_.architecture);
  initialize<float>(network_, settings_.initializer, random_, theta_);
  order_.resize(train_->size());
  std::iota(order_.begin(), order_.end(), 0U);
  beginEpoch();
}

void Trainer::beginEpoch() {
  random_.shuffle(order_.data(), order_.size());
  progress_.sampleInEpoch = 0;
}

bool Trainer::train(Index batchSize) {
  if (progress_.state != TrainingState::ready) return false;
  const auto begin = static_cast<std::size_t>(progress_.sampleInEpoch);
  const std::size_t size = std::min(static_cast<std::size_t>(batchSize), order_.size() - begin);
  objective_.setRows(static_cast<Index>(size));
  readBatch(*train_, std::span(order_).subspan(begin, size), Samples::Purpose::training, network_,
            objective_.targets());

  const float loss = objective_.valueAndGradient(theta_, gradient_);
  const auto learningRate = static_cast<float>(settings_.learningRate);
  const auto gradientNorm = std::isfinite(loss) ? step_.apply(*optimizer_, network_.pool(), theta_,
                                                              gradient_, learningRate)
                                                : std::nullopt;
  if (!gradientNorm) {
    progress_.state = TrainingState::diverged;
    progress_.divergedAt = progress_.step + 1;
    return false;
  }

  averagedLoss_ += runningLossRate * (loss - averagedLoss_);
  averageWeight_ += runningLossRate * (1 - averageWeight_);
  progress_.batchLoss = loss;
  progress_.gradientNorm = *gradientNorm;
  progress_.runningLoss = averagedLoss_ / averageWeight_;
  progress_.step += 1;
  progress_.samples += static_cast<std::int64_t>(size);
  progress_.sampleInEpoch += static_cast<std::int64_t>(size);
  if (progress_.sampleInEpoch == epochSize()) {
    progress_.epoch += 1;
    beginEpoch();
    if (settings_.stopAfterEpochs > 0 && progress_.epoch >= settings_.stopAfterEpochs) {
      progress_.state = TrainingState::finished;
    }
  }
  return true;
}

bool Trainer::trainEpoch() {
  const std::int64_t epoch = progress_.epoch;
  while (progress_.epoch == epoch) {
    if (!trainBatch()) return false;
  }
  if (settings_.stopBelowLoss > 0) {
    Evaluation evaluation = startEvaluation(false, std::numeric_limits<std::size_t>::max());
    evaluation.advance(network_, evaluation.total());
    applyStopCriterion(evaluation);
  }
  return true;
}

void Trainer::resume() {
  if (progress_.state == TrainingState::diverged) optimizer_->reset();
  if (progress_.epoch >= settings_.stopAfterEpochs) settings_.stopAfterEpochs = 0;
  if (lossCriterionMet_) settings_.stopBelowLoss = 0;
  lossCriterionMet_ = false;
  progress_.state = TrainingState::ready;
  progress_.divergedAt = -1;
}

void Trainer::setLearningRate(double learningRate) {
  settings_.learningRate = requireLearningRate(learningRate);
}

void Trainer::setOptimizer(const std::string& name, const OptimizerSettings& settings) {
  if (name == settings_.optimizer && settings == settings_.optimizerSettings) return;
  optimizer_ = makeOptimizer<float>(name, network_.parameterCount(), settings);
  settings_.optimizer = name;
  settings_.optimizerSettings = settings;
}

void Trainer::setBatchSize(Index batchSize) { settings_.batchSize = requireBatchSize(batchSize); }

void Trainer::setL2(double l2) {
  objective_.setL2(static_cast<float>(l2));
  settings_.l2 = l2;
}

void Trainer::setStop(std::int64_t epochs, double loss) {
  if (epochs < 0 || !(loss >= 0)) throw Error("negativeStop");
  if (loss != settings_.stopBelowLoss) lossCriterionMet_ = false;
  settings_.stopAfterEpochs = epochs;
  settings_.stopBelowLoss = loss;
}

void Trainer::setTheta(ConstVectorRef<float> theta) {
  requireSize("parameters", theta.size(), theta_.size());
  requireFinite("parameters", theta.allFinite());
  theta_ = theta;
  optimizer_->reset();
  averagedLoss_ = averageWeight_ = 0;
}

Evaluation Trainer::startEvaluation(bool onTrainingSet, std::size_t limit) const {
  return {network_, theta_, onTrainingSet ? train_ : test_, limit};
}

void Trainer::applyStopCriterion(const Evaluation& evaluation) {
  if (settings_.stopBelowLoss > 0 && evaluation.finished() &&
      evaluation.loss() < settings_.stopBelowLoss && progress_.state == TrainingState::ready) {
    progress_.state = TrainingState::finished;
    lossCriterionMet_ = true;
  }
}

}  // namespace dd
