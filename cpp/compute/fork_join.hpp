#pragma once

#include <array>
#include <atomic>
#include <cstdint>

#include "compute/team.hpp"

namespace dd {

/// How long a thread waits awake before it sleeps. Longer after it was worth it, shorter after it
/// was not: where threads outnumber processors, whoever waits awake may keep the one waited for
/// from running. Now and then it tries again for long.
class Patience {
 public:
  /// Whether `word` stops being `value` by then.
  bool changesSoon(const std::atomic<std::uint32_t>& word, std::uint32_t value);

 private:
  int looks_ = 0;  ///< how often to look next time; 0: it has not waited yet
  unsigned waits_ = 0;
};

/// A team without its threads: whoever has some lets each of them `serve`.
///
/// A member that is late, preempted or was never started holds nobody up. When the calling thread
/// has done its own part, it does those that their members have not begun, and waits only for those
/// that they have. So a task must not wait for another member.
///
/// Waiting is done awake for a while, in which the next task usually comes, and then asleep.
class ForkJoin final : public Team {
 public:
  static constexpr int maxSize = 16;

  /// Throws std::invalid_argument unless 1 ≤ size ≤ maxSize.
  explicit ForkJoin(int size);
  ForkJoin(const ForkJoin&) = delete;
  ForkJoin& operator=(const ForkJoin&) = delete;

  int size() const override { return size_; }

  /// One caller at a time, and not within a task.
  void run(void (*task)(void* context, int member), void* context) override;

  /// What thread `member` (1 … size − 1) does from its start until `stop`.
  void serve(int member);

  /// Lets `serve` return; nothing may be run after that.
  void stop();

  /// How many threads are at work: the calling one and those in `serve`.
  int threads() const { return 1 + static_cast<int>(serving_); }

 private:
  /// Each on a cache line of its own. A round claims and finishes every part once.
  struct alignas(64) Part {
    std::atomic<std::uint32_t> claimed = 0, finished = 0;  ///< the last round that did
    Patience patience;                                     ///< of the member
  };

  std::uint32_t nextRound(Part& part, std::uint32_t seen);
  void awaitFinished(Part& part, std::uint32_t round);

  const int size_;
  /// Of the round; written by the caller between rounds, read by whoever has claimed a part.
  void (*task_)(void*, int) = nullptr;
  void* context_ = nullptr;
  Patience patience_;  ///< of the caller

  alignas(64) std::atomic<std::uint32_t> round_ = 0;
  std::atomic<bool> stopping_ = false;
  std::atomic<std::uint32_t> serving_ = 0;
  std::atomic<std::uint32_t> sleeping_ = 0;  ///< members, until the next round, or soon
  std::atomic<bool> callerSleeps_ = false;   ///< until a part is finished, or soon
  std::array<Part, maxSize> parts_;
};

}  // namespace dd
