// Training in slices: the worker decides how many batches fit between two messages.

#include <algorithm>
#include <map>
#include <memory>
#include <stdexcept>

#include "bindings/augmentation.hpp"
#include "bindings/convert.hpp"
#include "bindings/thread_pool.hpp"
#include "bindings/trainer_handle.hpp"
#include "data/samples.hpp"
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
  if (optimizer.isUndefined()) throw std::invalid_argument("\"optimizer\" is missing.");
  settings.optimizer = readText(optimizer, "name");
  settings.optimizerSettings = readOptimizer(optimizer);
  settings.learningRate = readNumber(object, "learningRate");
  settings.batchSize = static_cast<Index>(readInteger(object, "batchSize"));
  settings.l2 = readNumber(object, "l2", settings.l2);
  settings.seed = readSeed(readNumber(object, "seed"));
  const val stop = object["stop"];
  if (!stop.isUndefined() && !stop.isNull()) {
    settings.stopAfterEpochs = readInteger(stop, "epochs", settings.stopAfterEpochs);
    settings.stopBelowLoss = readNumber(stop, "validationLoss", settings.stopBelowLoss);
  }
  return settings;
}

std::shared_ptr<TrainerHandle> newTrainer(const val& settings, const SharedDataSet& train,
                                          const SharedDataSet& test) {
  return guarded([&] {
    if (!train || !test) throw std::invalid_argument("A trainer needs a training and a test set.");
    TrainingSettings read = readSettings(settings);
    const auto samples = std::make_shared<DataSetSamples>(train, read.seed + variantsSeed);
    samples->setAugmentation(readOptionalAugmentation(settings["augmentation"]));
    return std::make_shared<TrainerHandle>(std::move(read), samples,
                                           std::make_shared<DataSetSamples>(test), threadPool());
  });
}

val progress(const TrainerHandle& handle) {
  const TrainingProgress& now = handle.trainer.progress();
  val object = val::object();
  object.set("state", std::string(toName(now.state)));
  object.set("step", static_cast<double>(now.step));
  object.set("epoch", static_cast<double>(now.epoch));
  object.set("samples", static_cast<double>(now.samples));
  object.set("sampleInEpoch", static_cast<double>(now.sampleInEpoch));
  object.set("epochSize", static_cast<double>(handle.trainer.epochSize()));
  object.set("batchLoss", now.batchLoss);
  object.set("loss", now.runningLoss);
  object.set("gradientNorm", now.gradientNorm);
  object.set("divergedAt", static_cast<double>(now.divergedAt));
  return object;
}

/// Between slices, so that no training step waits for it.
void recordPath(TrainerHandle& handle) {
  handle.path.record(handle.trainer.progress().step, handle.trainer.theta());
}

val trainBatches(TrainerHandle& handle, int count) {
  return guarded([&] {
    for (int i = 0; i < count && handle.trainer.trainBatch(); ++i) {
    }
    recordPath(handle);
    return progress(handle);
  });
}

val trainSample(TrainerHandle& handle) {
  return guarded([&] {
    handle.trainer.trainSample();
    recordPath(handle);
    return progress(handle);
  });
}

void resume(TrainerHandle& handle) { handle.trainer.resume(); }

double learningRate(const TrainerHandle& handle) { return handle.trainer.settings().learningRate; }
void setLearningRate(TrainerHandle& handle, double value) {
  guarded([&] { handle.trainer.setLearningRate(value); });
}
int batchSize(const TrainerHandle& handle) {
  return static_cast<int>(handle.trainer.settings().batchSize);
}
void setBatchSize(TrainerHandle& handle, double value) {
  guarded([&] { handle.trainer.setBatchSize(static_cast<Index>(std::clamp(value, -1.0, 1e9))); });
}
double l2(const TrainerHandle& handle) { return handle.trainer.settings().l2; }
void setL2(TrainerHandle& handle, double value) {
  guarded([&] { handle.trainer.setL2(value); });
}
void setOptimizer(TrainerHandle& handle, const val& optimizer) {
  guarded(
      [&] { handle.trainer.setOptimizer(readText(optimizer, "name"), readOptimizer(optimizer)); });
}
void setAugmentation(TrainerHandle& handle, const val& ranges) {
  guarded([&] { handle.training->setAugmentation(readOptionalAugmentation(ranges)); });
}
void setStop(TrainerHandle& handle, const val& stop) {
  guarded([&] {
    handle.trainer.setStop(readInteger(stop, "epochs", 0), readNumber(stop, "validationLoss", 0));
  });
}

val evaluationObject(const Evaluation& evaluation) {
  val object = val::object();
  object.set("done", static_cast<double>(evaluation.done()));
  object.set("total", static_cast<double>(evaluation.total()));
  object.set("finished", evaluation.finished());
  object.set("accuracy", evaluation.accuracy());
  object.set("loss", evaluation.loss());
  return object;
}

void evaluateStart(TrainerHandle& handle, const std::string& which, double limit) {
  guarded([&] {
    if (which != "train" && which != "test") {
      throw std::invalid_argument("An evaluation is of \"train\" or \"test\", not of \"" + which +
                                  "\".");
    }
    if (!(limit >= 1)) throw std::invalid_argument("An evaluation takes at least one sample.");
    handle.runningIsTest = which == "test";
    handle.running.emplace(handle.trainer.startEvaluation(
        !handle.runningIsTest, static_cast<std::size_t>(std::min(limit, 4e9))));
  });
}

val evaluateSome(TrainerHandle& handle, int count) {
  return guarded([&] {
    if (!handle.running) throw std::runtime_error("No evaluation has been started.");
    handle.running->advance(handle.trainer.network(), static_cast<std::size_t>(std::max(count, 1)));
    const val result = evaluationObject(*handle.running);
    if (handle.running->finished()) {
      if (handle.runningIsTest) {
        handle.trainer.applyStopCriterion(*handle.running);
        handle.lastTest = std::move(handle.running);
      }
      handle.running.reset();
    }
    return result;
  });
}

const Evaluation& requireTest(const TrainerHandle& handle) {
  if (handle.lastTest) return *handle.lastTest;
  throw std::runtime_error("The test set has not been evaluated yet.");
}

val confusion(const TrainerHandle& handle) {
  return guarded([&] { return integers(requireTest(handle).confusion()); });
}

val mistakes(const TrainerHandle& handle, int limit) {
  return guarded([&] {
    val list = val::array();
    for (const Evaluation::Mistake& mistake : requireTest(handle).mistakes()) {
      if (limit-- <= 0) break;
      val entry = val::object();
      entry.set("index", static_cast<double>(mistake.sample));
      entry.set("label", mistake.label);
      entry.set("predicted", mistake.predicted);
      entry.set("confidence", mistake.confidence);
      list.call<void>("push", entry);
    }
    return list;
  });
}

val parameters(const TrainerHandle& handle) { return floats(handle.trainer.theta()); }

void setParameters(TrainerHandle& handle, const val& theta) {
  guarded([&] {
    handle.trainer.setTheta(readVector(theta, "The parameters"));
    handle.restartPath();
  });
}

val saveModel(const TrainerHandle& handle, const val& metadata, const std::string& dtype) {
  return guarded([&] {
    Model model{handle.trainer.settings().architecture, handle.trainer.theta(), {}};
    const val keys = val::global("Object").call<val>("keys", metadata);
    const auto count = keys["length"].as<unsigned>();
    for (unsigned i = 0; i < count; ++i) {
      const auto key = keys[i].as<std::string>();
      model.metadata[key] = readText(metadata, key.c_str());
    }
    return bytes(encodeModel(model, fromName<DType>(dtype)));
  });
}

void loadModel(TrainerHandle& handle, const val& file) {
  guarded([&] {
    const Model model = decodeModel(readBytes(file, "The model file"));
    const Architecture& expected = handle.trainer.settings().architecture;
    if (model.architecture != expected) {
      throw std::invalid_argument("The file holds a network of another architecture.");
    }
    handle.trainer.setTheta(model.theta);
    handle.restartPath();
  });
}

}  // namespace

EMSCRIPTEN_BINDINGS(trainer) {
  emscripten::class_<TrainerHandle>("Trainer")
      .smart_ptr<std::shared_ptr<TrainerHandle>>("TrainerPointer")
      .function("trainBatches", &trainBatches)
      .function("trainSample", &trainSample)
      .function("progress", &progress)
      .function("resume", &resume)
      .property("learningRate", &learningRate, &setLearningRate)
      .property("batchSize", &batchSize, &setBatchSize)
      .property("l2", &l2, &setL2)
      .function("setOptimizer", &setOptimizer)
      .function("setAugmentation", &setAugmentation)
      .function("setStop", &setStop)
      .function("evaluateStart", &evaluateStart)
      .function("evaluateSome", &evaluateSome)
      .function("confusion", &confusion)
      .function("mistakes", &mistakes)
      .function("parameters", &parameters)
      .function("setParameters", &setParameters)
      .function("saveModel", &saveModel)
      .function("loadModel", &loadModel)
      .function("landscapeStart", &landscapeStart)
      .function("landscapeSome", &landscapeSome)
      .function("landscape", &landscape)
      .function("landscapePath", &landscapePath)
      .function("finderStart", &finderStart)
      .function("finderSome", &finderSome)
      .function("finder", &finder);
  emscripten::function("newTrainer", &newTrainer);
}

}  // namespace dd::bindings
