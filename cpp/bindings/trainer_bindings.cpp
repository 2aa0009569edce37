// Training in slices: the worker decides how many batches fit between two messages.

#include <algorithm>
#include <memory>

#include "bindings/augmentation.hpp"
#include "bindings/convert.hpp"
#include "bindings/thread_pool.hpp"
#include "bindings/trainer_handle.hpp"
#include "data/samples.hpp"
#include "descent/error.hpp"
#include "model/model.hpp"

namespace dd::bindings {
namespace {

using SharedDataSet = std::shared_ptr<DataSet>;

/// The variants have a stream of their own, apart from the initial weights' and the order's.
constexpr std::uint64_t variantsSeed = 1000;

TrainingSettings readSettings(const val& object) {
  TrainingSettings settings;
  settings.architecture = readArchitecture(object["architecture"]);
  settings.initializer = fromName<Initializer>(readText(object, "initializer"));
  const val optimizer = object["optimizer"];
  if (optimizer.isUndefined()) throw Error("missing", {{"field", "optimizer"}});
  settings.optimizer = readText(optimizer, "name");
  settings.optimizerSettings = readOptimizer(optimizer);
  settings.learningRate = readNumber(object, "learningRate");
  settings.batchSize = static_cast<Index>(readInteger(object, "batchSize"));
  settings.l2 = readNumber(object, "l2", settings.l2);
  settings.seed = readSeed(readNumber(object, "seed"));
  const val stop = object["stop"];
  if (!isMissing(stop)) {
    settings.stopAfterEpochs = readInteger(stop, "epochs", settings.stopAfterEpochs);
    settings.stopBelowLoss = readNumber(stop, "validationLoss", settings.stopBelowLoss);
  }
  return settings;
}

std::shared_ptr<TrainerHandle> newTrainer(const val& settings, const SharedDataSet& train,
                                          const SharedDataSet& test) {
  if (!train || !test) throw Error("missing", {{"field", "dataSet"}});
  TrainingSettings read = readSettings(settings);
  const auto samples = std::make_shared<DataSetSamples>(train, read.seed + variantsSeed);
  samples->setAugmentation(readOptionalAugmentation(settings["augmentation"]));
  return std::make_shared<TrainerHandle>(std::move(read), samples,
                                         std::make_shared<DataSetSamples>(test), threadPool());
}

struct Progress : TrainingProgress {
  std::int64_t epochSize;
};
Progress progress(const TrainerHandle& handle) {
  return {handle.trainer.progress(), handle.trainer.epochSize()};
}

/// Between slices, so that no training step waits for it.
void recordPath(TrainerHandle& handle) {
  handle.path.record(handle.trainer.progress().step, handle.trainer.theta());
}

Progress trainBatches(TrainerHandle& handle, int count) {
  for (int i = 0; i < count && handle.trainer.trainBatch(); ++i) {
  }
  recordPath(handle);
  return progress(handle);
}

Progress trainSample(TrainerHandle& handle) {
  handle.trainer.trainSample();
  recordPath(handle);
  return progress(handle);
}

void resume(TrainerHandle& handle) { handle.trainer.resume(); }

double learningRate(const TrainerHandle& handle) { return handle.trainer.settings().learningRate; }
void setLearningRate(TrainerHandle& handle, double value) { handle.trainer.setLearningRate(value); }
int batchSize(const TrainerHandle& handle) {
  return static_cast<int>(handle.trainer.settings().batchSize);
}
void setBatchSize(TrainerHandle& handle, double value) {
  handle.trainer.setBatchSize(static_cast<Index>(std::clamp(value, -1.0, 1e9)));
}
double l2(const TrainerHandle& handle) { return handle.trainer.settings().l2; }
void setL2(TrainerHandle& handle, double value) { handle.trainer.setL2(value); }
void setOptimizer(TrainerHandle& handle, const val& optimizer) {
  handle.trainer.setOptimizer(readText(optimizer, "name"), readOptimizer(optimizer));
}
void setAugmentation(TrainerHandle& handle, const val& ranges) {
  handle.training->setAugmentation(readOptionalAugmentation(ranges));
}
void setStop(TrainerHandle& handle, const val& stop) {
  handle.trainer.setStop(readInteger(stop, "epochs", 0), readNumber(stop, "validationLoss", 0));
}

void evaluateStart(TrainerHandle& handle, const std::string& which, double limit) {
  if (which != "train" && which != "test") throwUnknownName("evaluatedSet", which, "train, test");
  if (!(limit >= 1)) {
    throw Error("atLeast", {{"quantity", "evaluationLimit"}, {"value", limit}, {"min", 1}});
  }
  handle.runningIsTest = which == "test";
  handle.running.emplace(handle.trainer.startEvaluation(
      !handle.runningIsTest, static_cast<std::size_t>(std::min(limit, 4e9))));
}

struct Evaluated {
  std::size_t done, total;
  bool finished;
  double accuracy, loss;
};

Evaluated evaluateSome(TrainerHandle& handle, int count) {
  Evaluation& running = requireStarted(handle.running, "evaluation");
  running.advance(handle.trainer.network(), static_cast<std::size_t>(std::max(count, 1)));
  const Evaluated result{running.done(), running.total(), running.finished(), running.accuracy(),
                         running.loss()};
  if (running.finished()) {
    if (handle.runningIsTest) {
      handle.trainer.applyStopCriterion(running);
      handle.lastTest = std::move(handle.running);
    }
    handle.running.reset();
  }
  return result;
}

std::vector<std::int32_t> confusion(const TrainerHandle& handle) {
  return requireStarted(handle.lastTest, "testEvaluation").confusion();
}

std::vector<Evaluation::Mistake> mistakes(const TrainerHandle& handle, int limit) {
  const auto& all = requireStarted(handle.lastTest, "testEvaluation").mistakes();
  const auto count = std::min(all.size(), static_cast<std::size_t>(std::max(limit, 0)));
  return {all.begin(), all.begin() + static_cast<std::ptrdiff_t>(count)};
}

const Vector<float>& parameters(const TrainerHandle& handle) { return handle.trainer.theta(); }

void setParameters(TrainerHandle& handle, const val& theta) {
  handle.trainer.setTheta(readVector<float>(theta, "parameters"));
  handle.restartPath();
}

std::vector<std::uint8_t> saveModel(const TrainerHandle& handle, const val& metadata,
                                    const std::string& dtype) {
  Model model{handle.trainer.settings().architecture, handle.trainer.theta(), {}};
  const val keys = val::global("Object").call<val>("keys", metadata);
  const auto count = keys["length"].as<unsigned>();
  for (unsigned i = 0; i < count; ++i) {
    const auto key = keys[i].as<std::string>();
    model.metadata[key] = readText(metadata, key.c_str());
  }
  return encodeModel(model, fromName<DType>(dtype));
}

void loadModel(TrainerHandle& handle, const val& file) {
  const Model model = decodeModel(readArray<std::uint8_t>(file, "modelFile"));
  const Architecture& expected = handle.trainer.settings().architecture;
  if (model.architecture != expected) throw Error("otherArchitecture");
  handle.trainer.setTheta(model.theta);
  handle.restartPath();
}

}  // namespace

EMSCRIPTEN_BINDINGS(trainer) {
  using Mistake = Evaluation::Mistake;
  DD_RESULT(Progress, state, step, epoch, samples, sampleInEpoch, epochSize, batchLoss,
            gradientNorm, divergedAt)
      .field<&Progress::runningLoss>("loss");
  DD_RESULT(Evaluated, done, total, finished, accuracy, loss);
  DD_RESULT(Mistake, label, predicted, confidence).field<&Mistake::sample>("index");
  Class<TrainerHandle> trainer("Trainer", "TrainerPointer");
  trainer
      .functions<&trainBatches, &trainSample, &progress, &resume, &setOptimizer, &setAugmentation,
                 &setStop, &evaluateStart, &evaluateSome, &confusion, &mistakes, &parameters,
                 &setParameters, &saveModel, &loadModel>()
      .property("learningRate", bound<&learningRate>, bound<&setLearningRate>)
      .property("batchSize", bound<&batchSize>, bound<&setBatchSize>)
      .property("l2", bound<&l2>, bound<&setL2>);
  addLandscape(trainer);
  emscripten::function("newTrainer", bound<&newTrainer>);
}

}  // namespace dd::bindings
