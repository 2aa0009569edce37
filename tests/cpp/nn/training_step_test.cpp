// How a training step shares its work, and what it must not do.

#include <gtest/gtest.h>

#include <atomic>
#include <limits>
#include <memory>
#include <string>
#include <vector>

#include "data/samples.hpp"
#include "data/synthetic.hpp"
#include "nn/small_run.hpp"
#include "nn/trainer.hpp"

#if defined(__SANITIZE_ADDRESS__)
// Of AddressSanitizer's allocator; GCC has the function, but not the header that declares it.
extern "C" int __sanitizer_install_malloc_and_free_hooks(void (*onMalloc)(const volatile void*,
                                                                          std::size_t),
                                                         void (*onFree)(const volatile void*));
#endif

namespace dd {
namespace {

/// Workers that take turns, so that only the sharing is tested, not the threads.
class InTurn final : public ThreadPool {
 public:
  explicit InTurn(int size) : size_(size) {}
  int size() const override { return size_; }
  void run(void (*task)(void*, int), void* context) override {
    for (int worker = size_; worker-- > 0;) task(context, worker);
  }

 private:
  int size_;
};

TrainingSettings digitSettings(std::vector<Layer> hidden, const std::string& optimizer = "sgd") {
  TrainingSettings settings;
  hidden.push_back({10, Activation::softmax});
  settings.architecture = {imagePixels, std::move(hidden), Loss::crossEntropy};
  settings.learningRate = optimizer == "sgd" ? 0.1 : 0.01;
  settings.optimizer = optimizer;
  settings.batchSize = 50;
  settings.l2 = 1e-4;
  return settings;
}

std::shared_ptr<DataSetSamples> digits(bool varied = false, int every = 1) {
  auto data = std::make_shared<DataSet>(syntheticDigits(210, 3));
  if (every > 1) {  // pages full of ink, which no list is worth
    auto dense = std::make_shared<DataSet>();
    for (std::size_t i = 0; i < data->size(); ++i) {
      Image image;
      for (int p = 0; p < imagePixels; ++p) {
        image[p] = p % every == 0 ? 0.0f : 1 - data->image(i)[p] / 255.0f;
      }
      dense->append(image, data->label(i));
    }
    data = dense;
  }
  auto samples = std::make_shared<DataSetSamples>(data, 5);
  if (varied) samples->setAugmentation(AugmentationRanges{.rotation = 0.2f, .penWidth = 0.3f});
  return samples;
}

Vector<float> thetaAfter(TrainingSettings settings, std::shared_ptr<DataSetSamples> samples,
                         int workers, int steps) {
  Trainer trainer(std::move(settings), samples, samples, std::make_shared<InTurn>(workers));
  for (int i = 0; i < steps; ++i) EXPECT_TRUE(trainer.trainBatch());
  return trainer.theta();
}

TEST(TrainingStep, IsTheSameHoweverManyShareIt) {
  const std::vector<Layer> hidden = {{24, Activation::sigmoid}, {12, Activation::tanh}};
  for (const char* optimizer : {"sgd", "momentum", "nesterov", "adagrad", "rmsprop", "adam"}) {
    SCOPED_TRACE(optimizer);
    const auto run = [&](int workers) {
      return thetaAfter(digitSettings(hidden, optimizer), digits(), workers, 12);
    };
    const Vector<float> alone = run(1);
    for (const int workers : {2, 3, 7}) {
      EXPECT_LT((run(workers) - alone).cwiseAbs().maxCoeff(), 1e-5f) << workers;
    }
    EXPECT_EQ(run(2), run(2));
  }
}

TEST(ChunkedStep, IsTheStepOfTheOptimizer) {
  constexpr Index size = 3 * 2048 + 5;
  for (const char* name : {"sgd", "momentum", "nesterov", "adagrad", "rmsprop", "adam"}) {
    for (const int workers : {1, 2, 3}) {
      SCOPED_TRACE(std::string(name) + " on " + std::to_string(workers));
      const auto chunked = makeOptimizer<float>(name, size),
                 whole = makeOptimizer<float>(name, size);
      InTurn pool(workers);
      ChunkedStep step(size);
      Random random(4);
      Vector<float> theta =
          Vector<float>::NullaryExpr(size, [&] { return static_cast<float>(random.normal()); });
      Vector<float> expected = theta, gradient(size), direction(size);
      for (int i = 0; i < 5; ++i) {
        for (float& g : gradient) g = static_cast<float>(random.normal());
        direction = gradient;
        const double norm = gradient.norm();
        const auto measured = step.apply(*chunked, pool, theta, gradient, 0.1f);
        whole->step(expected, direction, 0.1f);
        ASSERT_TRUE(measured);
        EXPECT_NEAR(*measured, norm, 1e-5 * norm);
        EXPECT_EQ(theta, expected);
        EXPECT_EQ(gradient, direction);
      }
      gradient[size - 1] = std::numeric_limits<float>::infinity();
      EXPECT_FALSE(step.apply(*chunked, pool, theta, gradient, 0.1f));
      EXPECT_EQ(theta, expected);
    }
  }
}

TEST(TrainingStep, ListedReadAndDenseInputsAreSharedAlike) {
  const std::vector<Layer> hidden = {{24, Activation::relu}};
  EXPECT_GT(digits()->maxEntries(Samples::Purpose::training), 0u);
  EXPECT_EQ(digits(true)->maxEntries(Samples::Purpose::training), 0u);
  EXPECT_EQ(digits(false, 9)->maxEntries(Samples::Purpose::evaluation), 0u);
  for (const bool varied : {false, true}) {
    for (const int every : {1, 9}) {
      const auto run = [&](int workers) {
        return thetaAfter(digitSettings(hidden), digits(varied, every), workers, 8);
      };
      EXPECT_LT((run(3) - run(1)).cwiseAbs().maxCoeff(), 1e-5f) << varied << every;
    }
  }
}

TEST(TrainingStep, ListedSamplesAreThoseThatAreRead) {
  const auto samples = digits();
  const std::vector<std::uint32_t> order = {5, 0, 209, 5, 77};
  const Architecture architecture = digitSettings({{8, Activation::tanh}}).architecture;
  Network<float> listed(architecture, std::make_shared<InTurn>(2)), read(architecture);
  Vector<float> theta(listed.parameterCount());
  Random random(1);
  initialize<float>(listed, Initializer::he, random, theta);
  Matrix<float> targets(5, 10), sameTargets(5, 10);
  readBatch(*samples, order, Samples::Purpose::evaluation, listed, targets);
  readBatch(*samples, order, read.inputs(5), sameTargets);
  EXPECT_EQ(targets, sameTargets);
  listed.forward(theta, 5);
  read.forward(theta, 5);
  EXPECT_LT((listed.outputs(5) - read.outputs(5)).cwiseAbs().maxCoeff(), 1e-6f);
}

TEST(TrainingStep, APoolMayBeLargerThanTheBatch) {
  TrainingSettings settings = settingsOf(0.1);
  settings.batchSize = 2;
  Trainer alone(settings, std::make_shared<Halves>(9), std::make_shared<Halves>(9));
  Trainer five(settings, std::make_shared<Halves>(9), std::make_shared<Halves>(9),
               std::make_shared<InTurn>(5));
  for (int i = 0; i < 20; ++i) {
    ASSERT_TRUE(alone.trainBatch());
    ASSERT_TRUE(five.trainBatch());
  }
  EXPECT_LT((alone.theta() - five.theta()).cwiseAbs().maxCoeff(), 1e-6f);
}

TEST(TrainingStep, DivergenceIsNoticedInEveryChunk) {
  TrainingSettings settings = digitSettings({{40, Activation::relu}});
  settings.learningRate = 1e30;
  for (const int workers : {1, 2}) {
    Trainer trainer(settings, digits(), digits(), std::make_shared<InTurn>(workers));
    while (trainer.trainBatch()) ASSERT_LT(trainer.progress().step, 50);
    EXPECT_EQ(trainer.progress().state, TrainingState::diverged);
    EXPECT_TRUE(trainer.theta().allFinite());
  }
}

#if defined(__SANITIZE_ADDRESS__)
std::atomic<int> allocations = 0;
void countAllocation(const volatile void*, std::size_t) { ++allocations; }
void ignoreFree(const volatile void*) {}

TEST(TrainingStep, DoesNotAllocate) {
  static const bool installed =
      __sanitizer_install_malloc_and_free_hooks(countAllocation, ignoreFree) != 0;
  ASSERT_TRUE(installed);
  { const auto one = std::make_unique<int>(1); }
  ASSERT_GT(allocations, 0);  // the hook counts
  const std::vector<std::vector<Layer>> networks = {
      {{64, Activation::sigmoid}, {16, Activation::tanh}},
      {{800, Activation::relu}, {256, Activation::relu}},
  };
  for (const auto& hidden : networks) {
    for (const char* optimizer : {"sgd", "adam"}) {
      for (const bool varied : {false, true}) {
        TrainingSettings settings = digitSettings(hidden, optimizer);
        settings.batchSize = 128;
        const auto samples = digits(varied);
        Trainer trainer(settings, samples, samples, std::make_shared<InTurn>(2));
        ASSERT_TRUE(trainer.trainEpoch());  // the workspaces are made at the first step
        allocations = 0;
        for (int i = 0; i < 4; ++i) ASSERT_TRUE(trainer.trainBatch());
        EXPECT_EQ(allocations, 0) << hidden.front().units << optimizer << varied;
      }
    }
  }
}
#endif

}  // namespace
}  // namespace dd
