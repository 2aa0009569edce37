#pragma once

#include <memory>
#include <vector>

#include "nn/trainer.hpp"

namespace dd {

/// Learning-rate range test (L. N. Smith, Cyclical Learning Rates for Training Neural Networks,
/// 2017, section 3.3): trains a copy of θ while η grows from batch to batch by the same factor, and
/// looks at what the loss does. The trainer is not touched: θ, the optimizer's state, the order of
/// the samples and the workspaces are the finder's own.
///
/// The loss is smoothed as S. Gugger does in fastai's `lr_find` (2018): an exponential average
/// without its bias towards 0. The test ends early when that exceeds `stopFactor` times its least
/// value so far, or when a number is no longer finite.
class RateFinder {
 public:
  struct Settings {
    double low = 1e-5, high = 10;  ///< 0 < low < high, finite
    int steps = 200;               ///< mini-batches, minSteps … maxSteps
  };
  static constexpr int minSteps = 20, maxSteps = 10000;
  static constexpr double smoothing = 0.9;  ///< share of the average that stays at each batch
  /// Batches whose smoothed loss is still that of a few samples; they decide nothing.
  static constexpr std::size_t warmUp = 10;
  static constexpr double stopFactor = 4;
  /// Smoothed losses that differ by less than this share count as the same.
  static constexpr double tolerance = 0.1;

  enum class End {
    running,
    swept,     ///< went through all of the range
    rose,      ///< the loss rose beyond stopFactor
    diverged,  ///< a number was no longer finite
  };
  enum class Reason {
    found,
    tooFew,  ///< the test ended before there was a curve
    flat,    ///< the loss stayed the same over all of the range
  };
  struct Suggestion {
    Reason reason;
    double learningRate;  ///< NaN unless found
  };

  /// Throws Error for settings out of range.
  RateFinder(const Trainer& trainer, const Settings& settings);
  /// Its parts refer to one another.
  RateFinder(const RateFinder&) = delete;
  RateFinder& operator=(const RateFinder&) = delete;

  /// Trains up to `count` more batches.
  void advance(std::size_t count);

  bool finished() const { return end_ != End::running; }
  End end() const { return end_; }
  std::size_t done() const { return rates_.size(); }
  std::size_t total() const { return static_cast<std::size_t>(settings_.steps); }

  /// η of each batch done, and the loss before the step with it.
  const std::vector<double>& rates() const { return rates_; }
  const std::vector<double>& losses() const { return losses_; }
  const std::vector<double>& smoothed() const { return smoothed_; }

  /// A tenth of the largest η at which the smoothed loss is still as low as it gets (within
  /// `tolerance`). S. Gugger (How Do You Find a Good Learning Rate, 2018) takes a tenth of the η of
  /// the least value itself; but once a network has learned, batches differ by more than the loss
  /// falls, and where on the flat part of the curve the least value lies is a matter of chance.
  Suggestion suggestion() const;

 private:
  void trainBatch();
  double rate(std::size_t step) const;

  Settings settings_;
  std::shared_ptr<Samples> samples_;
  Network<float> network_;
  NetworkObjective<float> objective_;
  std::unique_ptr<Optimizer<float>> optimizer_;
  Random random_;
  Index batchSize_;
  Vector<float> theta_, gradient_;
  std::vector<std::uint32_t> order_;
  std::size_t position_ = 0;  ///< in `order_`
  double average_ = 0, weight_ = 0, best_;
  End end_ = End::running;
  std::vector<double> rates_, losses_, smoothed_;
};
template <>
inline constexpr NameList namesOf<RateFinder::End>{"end", {"running", "swept", "rose", "diverged"}};
template <>
inline constexpr NameList namesOf<RateFinder::Reason>{"reason", {"found", "tooFew", "flat"}};

/// The criterion of RateFinder::suggestion on any curve. `warmUp`: how many values at the start are
/// left out; `swept`: whether the curve ends because the range does.
RateFinder::Suggestion suggestRate(const std::vector<double>& rates,
                                   const std::vector<double>& smoothed, std::size_t warmUp,
                                   bool swept);

}  // namespace dd
