#include "compute/thread_team.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <cstdint>
#include <numeric>
#include <stdexcept>
#include <thread>
#include <vector>

namespace {

void waitUntil(const auto& holds) {
  while (!holds()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
}

class ThreadTeamOf : public testing::TestWithParam<int> {};

TEST_P(ThreadTeamOf, RunsEveryMemberOnceARun) {
  const int size = GetParam();
  dd::ThreadTeam team(size);
  ASSERT_EQ(team.size(), size);
  // Not atomic: the end of a run must order what its members wrote before what follows.
  std::vector<int> counts(static_cast<std::size_t>(size));
  for (int run = 1; run <= 100000; ++run) {
    team.together([&](int member) { ++counts[static_cast<std::size_t>(member)]; });
    for (const int count : counts) ASSERT_EQ(count, run);
  }
}

TEST_P(ThreadTeamOf, SeesWhatTheCallerWroteBetweenRuns) {
  const int size = GetParam();
  dd::ThreadTeam team(size);
  std::vector<std::int64_t> input(1000), sums(static_cast<std::size_t>(size));
  for (int run = 0; run < 2000; ++run) {
    std::iota(input.begin(), input.end(), run);
    team.together([&](int member) {
      sums[static_cast<std::size_t>(member)] =
          std::accumulate(input.begin(), input.end(), std::int64_t{0});
    });
    for (const std::int64_t sum : sums) ASSERT_EQ(sum, 1000 * run + 499500);
  }
}

TEST_P(ThreadTeamOf, WakesFromSleep) {
  const int size = GetParam();
  dd::ThreadTeam team(size);
  std::vector<int> counts(static_cast<std::size_t>(size));
  for (int run = 1; run <= 20; ++run) {
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
    team.together([&](int member) {
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
      ++counts[static_cast<std::size_t>(member)];
    });
    for (const int count : counts) ASSERT_EQ(count, run);
  }
}

TEST_P(ThreadTeamOf, EndsWhileItsMembersSleepOrStart) {
  { dd::ThreadTeam team(GetParam()); }
  dd::ThreadTeam team(GetParam());
  waitUntil([&] { return team.threads() == GetParam(); });
  std::this_thread::sleep_for(std::chrono::milliseconds(5));
}

INSTANTIATE_TEST_SUITE_P(Sizes, ThreadTeamOf, testing::Values(1, 2, 3, 4));

TEST(ThreadTeam, RunsAtTheSameTime) {
  dd::ThreadTeam team(2);
  waitUntil([&] { return team.threads() == 2; });
  std::thread::id threads[2];
  // While the caller rests in its part, the other thread begins its own; when it does not get to
  // run by then, the caller has to do both, so there are several attempts.
  do {
    team.together([&](int member) {
      threads[member] = std::this_thread::get_id();
      if (member == 0) std::this_thread::sleep_for(std::chrono::milliseconds(10));
    });
    ASSERT_EQ(threads[0], std::this_thread::get_id());
  } while (threads[1] == threads[0]);
}

TEST(ForkJoin, DoesThePartsOfMembersThatNeverCame) {
  dd::ForkJoin team(3);
  EXPECT_EQ(team.threads(), 1);
  std::vector<int> counts(3);
  for (int run = 1; run <= 3; ++run) {
    team.together([&](int member) { ++counts[static_cast<std::size_t>(member)]; });
    EXPECT_EQ(counts, (std::vector<int>(3, run)));
  }
}

TEST(ForkJoin, TakesInMembersThatComeLate) {
  dd::ForkJoin team(2);
  std::atomic<int> count = 0;  // both members add to it at the same time
  const auto runOnce = [&] { team.together([&](int member) { count += member; }); };
  for (int run = 0; run < 10; ++run) runOnce();
  std::thread late([&] { team.serve(1); });
  waitUntil([&] { return team.threads() == 2; });
  for (int run = 0; run < 1000; ++run) runOnce();
  EXPECT_EQ(count, 1010);
  team.stop();
  late.join();
  EXPECT_EQ(team.threads(), 1);
}

TEST(ForkJoin, RefusesASizeThatIsNoTeam) {
  EXPECT_THROW(dd::ForkJoin(0), std::invalid_argument);
  EXPECT_THROW(dd::ForkJoin(dd::ForkJoin::maxSize + 1), std::invalid_argument);
}

}  // namespace
