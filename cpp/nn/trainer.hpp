#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "nn/chunked_step.hpp"
#include "nn/evaluation.hpp"
#include "nn/initializers.hpp"

namespace dd {

/// All that makes a training run; the same settings and data give the same run again.
struct TrainingSettings {
  Architecture architecture;
  Initializer initializer = Initializer::xavier;
  std::string optimizer = "sgd";
  OptimizerSettings optimizerSettings;
  double learningRate = 0.1;         ///< η ≥ 0
  Index batchSize = 128;             ///< 1 … maxBatchSize
  double l2 = 0;                     ///< λ ≥ 0, see NetworkObjective
  std::uint64_t seed = 1;            ///< of the initial weights and of the shuffling
  std::int64_t stopAfterEpochs = 0;  ///< 0: no limit
  double stopBelowLoss = 0;          ///< ε on the mean loss over the test set; 0: no limit

  static constexpr Index maxBatchSize = 8192;
};

enum class TrainingState { ready, diverged, finished };
template <>
inline constexpr NameList namesOf<TrainingState>{"state", {"ready", "diverged", "finished"}};

/// Where a run stands.
struct TrainingProgress {
  TrainingState state = TrainingState::ready;
  std::int64_t step = 0;           ///< updates of θ so far
  std::int64_t epoch = 0;          ///< passes through the training set completed
  std::int64_t samples = 0;        ///< samples seen so far
  std::int64_t sampleInEpoch = 0;  ///< of this pass
  double batchLoss = 0;            ///< mean loss (with the L2 term) of the last batch
  double runningLoss = 0;          ///< exponential average of the batch losses, without bias
  double gradientNorm = 0;         ///< ‖∇J‖₂ of the last batch
  std::int64_t divergedAt = -1;    ///< the step that failed, or −1
};

/// Mini-batch training of one network: θ ← θ − η · direction(∇J). A thread pool shares each step's
/// work; the run is the same, up to the rounding of the loss shown, whatever its size.
class Trainer {
 public:
  /// The weights are initialised from the seed. Throws Error when a setting is out
  /// of range or the samples do not fit the network.
  Trainer(TrainingSettings settings, std::shared_ptr<Samples> train, std::shared_ptr<Samples> test,
          std::shared_ptr<ThreadPool> pool = std::make_shared<SerialPool>());
  /// Its parts refer to one another.
  Trainer(const Trainer&) = delete;
  Trainer& operator=(const Trainer&) = delete;

  const TrainingSettings& settings() const { return settings_; }
  const TrainingProgress& progress() const { return progress_; }
  const Vector<float>& theta() const { return theta_; }
  Network<float>& network() { return network_; }
  const Network<float>& network() const { return network_; }
  const std::shared_ptr<Samples>& trainingSamples() const { return train_; }
  std::int64_t epochSize() const { return static_cast<std::int64_t>(order_.size()); }

  /// One update from one sample, or from the next mini-batch (the last one of an epoch may be
  /// smaller). Returns false, and leaves θ as it is, when the run is over.
  ///
  /// When the loss, the gradient or the next θ is not finite, the run has diverged: θ keeps its
  /// last finite value and `progress().divergedAt` names the step. `resume` lets it go on from
  /// there.
  bool trainSample() { return train(1); }
  bool trainBatch() { return train(settings_.batchSize); }
  /// Mini-batches up to the end of the pass; then, if a loss limit is set, the test set.
  bool trainEpoch();

  /// Takes up training again. After divergence the optimizer's state is cleared: it is what blew
  /// up. A stop criterion that has been met no longer counts; one set since then does.
  void resume();

  /// η of the next step on. Throws Error unless it is finite and ≥ 0.
  void setLearningRate(double learningRate);
  /// The following take effect at the next step and reset nothing but, for the optimizer, its
  /// state.
  void setOptimizer(const std::string& name, const OptimizerSettings& settings);
  void setBatchSize(Index batchSize);
  void setL2(double l2);
  void setStop(std::int64_t epochs, double loss);

  /// Replaces θ and begins the optimizer's state and the running loss anew. Throws
  /// Error for another length or a value that is not finite.
  void setTheta(ConstVectorRef<float> theta);

  /// Starts to evaluate the present θ on the test set or on the first `limit` training samples.
  Evaluation startEvaluation(bool onTrainingSet, std::size_t limit) const;
  /// Applies the loss criterion to a finished evaluation of the test set.
  void applyStopCriterion(const Evaluation& evaluation);

 private:
  bool train(Index batchSize);
  void beginEpoch();

  TrainingSettings settings_;
  std::shared_ptr<Samples> train_, test_;
  Network<float> network_;
  NetworkObjective<float> objective_;
  std::unique_ptr<Optimizer<float>> optimizer_;
  Random random_;
  Vector<float> theta_, gradient_;
  ChunkedStep step_;
  std::vector<std::uint32_t> order_;  ///< the shuffled pass through the training set
  double averagedLoss_ = 0, averageWeight_ = 0;
  bool lossCriterionMet_ = false;
  TrainingProgress progress_;
};

}  // namespace dd
