#include "nn/rate_finder.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "descent/error.hpp"

namespace dd {

RateFinder::RateFinder(const Trainer& trainer, const Settings& settings)
    : settings_(settings),
      samples_(trainer.trainingSamples()),
      network_(trainer.settings().architecture),
      objective_(network_, static_cast<float>(trainer.settings().l2)),
      optimizer_(makeOptimizer<float>(trainer.settings().optimizer, network_.parameterCount(),
                                      trainer.settings().optimizerSettings)),
      random_(trainer.settings().seed),
      batchSize_(trainer.settings().batchSize),
      theta_(trainer.theta()),
      gradient_(theta_.size()),
      order_(samples_->size()),
      best_(std::numeric_limits<double>::infinity()) {
  if (!(settings.low > 0 && settings.low < settings.high && std::isfinite(settings.high))) {
    throw Error("rateRange");
  }
  requireRange("rateSearchSteps", settings.steps, minSteps, maxSteps);
  std::iota(order_.begin(), order_.end(), 0U);
  random_.shuffle(order_.data(), order_.size());
}

void RateFinder::advance(std::size_t count) {
  for (; count > 0 && !finished(); --count) trainBatch();
}

double RateFinder::rate(std::size_t step) const {
  const double share = static_cast<double>(step) / static_cast<double>(settings_.steps - 1);
  return settings_.low * std::pow(settings_.high / settings_.low, share);
}

void RateFinder::trainBatch() {
  if (position_ == order_.size()) {
    random_.shuffle(order_.data(), order_.size());
    position_ = 0;
  }
  const std::size_t size =
      std::min(static_cast<std::size_t>(batchSize_), order_.size() - position_);
  objective_.setRows(static_cast<Index>(size));
  readBatch(*samples_, std::span(order_).subspan(position_, size), Samples::Purpose::evaluation,
            network_, objective_.targets());
  position_ += size;

  const double loss = objective_.valueAndGradient(theta_, gradient_);
  if (!std::isfinite(loss)) {
    end_ = End::diverged;
    return;
  }
  const double learningRate = rate(rates_.size());
  average_ += (1 - smoothing) * (loss - average_);
  weight_ += (1 - smoothing) * (1 - weight_);
  rates_.push_back(learningRate);
  losses_.push_back(loss);
  smoothed_.push_back(average_ / weight_);
  if (rates_.size() > warmUp) {
    best_ = std::min(best_, smoothed_.back());
    if (smoothed_.back() > stopFactor * best_) {
      end_ = End::rose;
      return;
    }
  }
  if (rates_.size() == total()) {
    end_ = End::swept;
    return;
  }
  optimizer_->step(theta_, gradient_, static_cast<float>(learningRate));
  if (!theta_.allFinite()) end_ = End::diverged;
}

RateFinder::Suggestion RateFinder::suggestion() const {
  return suggestRate(rates_, smoothed_, warmUp, end_ == End::swept);
}

RateFinder::Suggestion suggestRate(const std::vector<double>& rates,
                                   const std::vector<double>& smoothed, std::size_t warmUp,
                                   bool swept) {
  constexpr double none = std::numeric_limits<double>::quiet_NaN();
  if (rates.size() < 2 * warmUp) return {RateFinder::Reason::tooFew, none};
  const auto begin = smoothed.begin() + static_cast<std::ptrdiff_t>(warmUp);
  const double same = (1 + RateFinder::tolerance) * *std::min_element(begin, smoothed.end());
  if (swept && *begin <= same && smoothed.back() <= same) return {RateFinder::Reason::flat, none};
  std::size_t last = smoothed.size() - 1;
  while (smoothed[last] > same) --last;
  return {RateFinder::Reason::found, rates[last] / 10};
}

}  // namespace dd
