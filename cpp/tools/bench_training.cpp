// Trains on request, so that the native program can take its turns among the contenders of
// tests/bench without its start being measured.
//
//   bench_training MNIST_IDX_DIR
//
// Reads one JSON object a line from standard input and answers each with one line:
//   {"start": OPTIONS}         {}                                makes a fresh trainer
//   {"train": MILLISECONDS}    {"samples": n, "seconds": s}      at least so long, whole batches
//   {"accuracy": true}         {"accuracy": a}                   of the test set, 0 … 1
// OPTIONS are those of a trainer in the page (web/engine/types.d.ts): architecture, initializer,
// learningRate, batchSize, seed; the optimizer is plain gradient descent. The end of the input ends
// the program; a request that is no such object ends it with one sentence and exit code 1.

#include <chrono>
#include <iostream>
#include <memory>
#include <optional>

#include "data/samples.hpp"
#include "tools/recipe.hpp"

namespace dd::tools {
namespace {

std::shared_ptr<Samples> mnistSamples(const std::filesystem::path& folder,
                                      const std::string& part) {
  return std::make_shared<DataSetSamples>(std::make_shared<DataSet>(readMnist(folder, part)));
}

class Bench {
 public:
  explicit Bench(const std::filesystem::path& mnist)
      : train_(mnistSamples(mnist, "train")), test_(mnistSamples(mnist, "t10k")) {}

  /// Answers one request.
  std::string answer(const std::string& line) {
    rapidjson::Document request;
    request.Parse(line.c_str());
    if (request.HasParseError() || !request.IsObject()) {
      throw std::invalid_argument("A request is one JSON object a line, but this came: " + line);
    }
    if (request.HasMember("start")) {
      trainer_.emplace(settingsFrom(request["start"]), train_, test_);
      return "{}";
    }
    if (!trainer_) throw std::invalid_argument("The first request must be \"start\".");
    if (request.HasMember("train")) return train(request["train"].GetDouble());
    if (request.HasMember("accuracy")) return accuracy();
    throw std::invalid_argument("A request is to start, to train or for the accuracy, not " + line);
  }

 private:
  std::string train(double milliseconds) {
    using Clock = std::chrono::steady_clock;
    const std::int64_t before = trainer_->progress().samples;
    const Clock::time_point start = Clock::now();
    double seconds = 0;
    while (seconds * 1000 < milliseconds) {
      if (!trainer_->trainBatch()) throw std::runtime_error("The training diverged.");
      seconds = std::chrono::duration<double>(Clock::now() - start).count();
    }
    return "{\"samples\":" + std::to_string(trainer_->progress().samples - before) +
           ",\"seconds\":" + std::to_string(seconds) + "}";
  }

  std::string accuracy() {
    Evaluation evaluation = trainer_->startEvaluation(false, test_->size());
    evaluation.advance(trainer_->network(), evaluation.total());
    return "{\"accuracy\":" + std::to_string(evaluation.accuracy()) + "}";
  }

  std::shared_ptr<Samples> train_, test_;
  std::optional<Trainer> trainer_;
};

}  // namespace
}  // namespace dd::tools

int main(int count, char** arguments) {
  if (count != 2) {
    std::fputs("usage: bench_training MNIST_IDX_DIR\n", stderr);
    return 2;
  }
  return dd::tools::exitCode([&] {
    dd::tools::Bench bench(arguments[1]);
    for (std::string line; std::getline(std::cin, line);) {
      std::cout << bench.answer(line) << std::endl;
    }
  });
}
