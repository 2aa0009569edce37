#include <atomic>
#include <chrono>
#include <cstdint>
#include <numeric>
#include <thread>
#include <vector>

#include "compute/native_thread_pool.hpp"
#include "expect.hpp"

namespace dd {
namespace {

void waitUntil(const auto& holds) {
  while (!holds()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
}

void forEachWorker(ThreadPool& pool, const auto& task) {
  pool.parallelFor(pool.size(), [&](Range, int worker) { task(worker); });
}

class NativeThreadPoolOf : public testing::TestWithParam<int> {};

TEST_P(NativeThreadPoolOf, RunsEveryWorkerOnceARun) {
  const int size = GetParam();
  NativeThreadPool pool(size);
  ASSERT_EQ(pool.size(), size);
  // Not atomic: the end of a run must order what its workers wrote before what follows.
  std::vector<int> counts(static_cast<std::size_t>(size));
  for (int run = 1; run <= 100000; ++run) {
    forEachWorker(pool, [&](int worker) { ++counts[static_cast<std::size_t>(worker)]; });
    for (const int count : counts) ASSERT_EQ(count, run);
  }
}

TEST_P(NativeThreadPoolOf, SeesWhatTheCallerWroteBetweenRuns) {
  const int size = GetParam();
  NativeThreadPool pool(size);
  std::vector<std::int64_t> input(1000), sums(static_cast<std::size_t>(size));
  for (int run = 0; run < 2000; ++run) {
    std::iota(input.begin(), input.end(), run);
    forEachWorker(pool, [&](int worker) {
      sums[static_cast<std::size_t>(worker)] =
          std::accumulate(input.begin(), input.end(), std::int64_t{0});
    });
    for (const std::int64_t sum : sums) ASSERT_EQ(sum, 1000 * run + 499500);
  }
}

TEST_P(NativeThreadPoolOf, WakesFromSleep) {
  const int size = GetParam();
  NativeThreadPool pool(size);
  std::vector<int> counts(static_cast<std::size_t>(size));
  for (int run = 1; run <= 20; ++run) {
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
    forEachWorker(pool, [&](int worker) {
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
      ++counts[static_cast<std::size_t>(worker)];
    });
    for (const int count : counts) ASSERT_EQ(count, run);
  }
}

TEST_P(NativeThreadPoolOf, EndsWhileItsWorkersSleepOrStart) {
  { NativeThreadPool pool(GetParam()); }
  NativeThreadPool pool(GetParam());
  waitUntil([&] { return pool.activeThreads() == GetParam(); });
  std::this_thread::sleep_for(std::chrono::milliseconds(5));
}

INSTANTIATE_TEST_SUITE_P(Sizes, NativeThreadPoolOf, testing::Values(1, 2, 3, 4));

TEST(NativeThreadPool, RunsAtTheSameTime) {
  NativeThreadPool pool(2);
  waitUntil([&] { return pool.activeThreads() == 2; });
  std::thread::id threads[2];
  // While the caller rests in its task, the other thread begins its own; when it does not get to
  // run by then, the caller has to do both, so there are several attempts.
  do {
    forEachWorker(pool, [&](int worker) {
      threads[worker] = std::this_thread::get_id();
      if (worker == 0) std::this_thread::sleep_for(std::chrono::milliseconds(10));
    });
    ASSERT_EQ(threads[0], std::this_thread::get_id());
  } while (threads[1] == threads[0]);
}

TEST(ForkJoinPool, DoesTheTasksOfWorkersThatNeverCame) {
  ForkJoinPool pool(3);
  EXPECT_EQ(pool.activeThreads(), 1);
  std::vector<int> counts(3);
  for (int run = 1; run <= 3; ++run) {
    forEachWorker(pool, [&](int worker) { ++counts[static_cast<std::size_t>(worker)]; });
    EXPECT_EQ(counts, (std::vector<int>(3, run)));
  }
}

TEST(ForkJoinPool, TakesInWorkersThatComeLate) {
  ForkJoinPool pool(2);
  std::atomic<int> count = 0;  // both workers add to it at the same time
  const auto runOnce = [&] { forEachWorker(pool, [&](int worker) { count += worker; }); };
  for (int run = 0; run < 10; ++run) runOnce();
  std::thread late([&] { pool.workerLoop(1); });
  waitUntil([&] { return pool.activeThreads() == 2; });
  for (int run = 0; run < 1000; ++run) runOnce();
  EXPECT_EQ(count, 1010);
  pool.stop();
  late.join();
  EXPECT_EQ(pool.activeThreads(), 1);
}

TEST(ForkJoinPool, RefusesASizeThatIsNoPool) {
  EXPECT_ERROR("range quantity=poolSize value=0 min=1 max=16", ForkJoinPool(0));
  EXPECT_ERROR("range quantity=poolSize value=17 min=1 max=16",
               ForkJoinPool(ForkJoinPool::maxSize + 1));
}

}  // namespace
}  // namespace dd
