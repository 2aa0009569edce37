#pragma once

#include <memory>
#include <optional>
#include <utility>

#include "bindings/values.hpp"
#include "data/samples.hpp"
#include "descent/error.hpp"
#include "nn/landscape.hpp"
#include "nn/rate_finder.hpp"
#include "nn/trainer.hpp"

namespace dd::bindings {

/// What JavaScript knows as a trainer: the run, where it has been, and what is being measured of
/// it.
struct TrainerHandle {
  TrainerHandle(TrainingSettings settings, std::shared_ptr<DataSetSamples> train,
                std::shared_ptr<Samples> test, std::shared_ptr<ThreadPool> pool)
      : training(train),
        trainer(std::move(settings), std::move(train), std::move(test), std::move(pool)) {
    restartPath();
  }

  /// Begins the path anew where θ is now.
  void restartPath() { path.restart(trainer.progress().step, trainer.theta()); }

  std::shared_ptr<DataSetSamples> training;  ///< the trainer's training samples
  Trainer trainer;
  TrainingPath path;
  std::optional<Evaluation> running;
  bool runningIsTest = false;
  std::optional<Evaluation> lastTest;  ///< the last one finished
  std::optional<Landscape> landscape;
  std::optional<RateFinder> finder;
};

/// What has been started; throws Error, naming it, for what has not.
template <class Optional>
auto& requireStarted(Optional& value, const char* quantity) {
  if (value) return *value;
  throw Error("notStarted", {{"quantity", quantity}});
}

/// In landscape_bindings.cpp.
void addLandscape(const Class<TrainerHandle>& trainer);

}  // namespace dd::bindings
