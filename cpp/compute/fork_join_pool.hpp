#pragma once

#include <array>
#include <atomic>
#include <cstdint>

#include "compute/thread_pool.hpp"

namespace dd {

/// Waits awake for a while before its thread sleeps. Longer after it was worth it, shorter after it
/// was not: where threads outnumber processors, whoever spins may keep the one waited for from
/// running. Now and then it tries again for long.
class SpinWait {
 public:
  /// Whether `word` stops being `value` by then.
  bool changesSoon(const std::atomic<std::uint32_t>& word, std::uint32_t value);

 private:
  int spins_ = 0;  ///< how often to look next time; 0: it has not waited yet
  unsigned waits_ = 0;
};

/// A pool that is lent its threads: whoever has some lets each of them run `workerLoop`.
///
/// A worker that is late, preempted or was never started holds nobody up. When the calling thread
/// has done its own task, it does those that their workers have not begun, and waits only for those
/// that they have. So a task must not wait for another worker.
///
/// Waiting is done awake for a while, in which the next task usually comes, and then asleep.
class ForkJoinPool final : public ThreadPool {
 public:
  static constexpr int maxSize = 16;

  /// Throws Error unless 1 ≤ size ≤ maxSize.
  explicit ForkJoinPool(int size);
  ForkJoinPool(const ForkJoinPool&) = delete;
  ForkJoinPool& operator=(const ForkJoinPool&) = delete;

  int size() const override { return size_; }

  /// One caller at a time, and not within a task.
  void run(void (*task)(void* context, int worker), void* context) override;

  /// What thread `worker` (1 … size − 1) does from its start until `stop`.
  void workerLoop(int worker);

  /// Lets `workerLoop` return; nothing may be run after that.
  void stop();

  /// How many threads are at work: the calling one and those in `workerLoop`.
  int activeThreads() const { return 1 + static_cast<int>(inLoop_); }

 private:
  /// The task of one worker, on a cache line of its own. A round claims and finishes each once.
  struct alignas(64) Slot {
    std::atomic<std::uint32_t> claimed = 0, finished = 0;  ///< the last round that did
    SpinWait spinWait;                                     ///< of the worker
  };

  std::uint32_t nextRound(Slot& slot, std::uint32_t seen);
  void awaitFinished(Slot& slot, std::uint32_t round);

  const int size_;
  /// Of the round; written by the caller between rounds, read by whoever has claimed a slot.
  void (*task_)(void*, int) = nullptr;
  void* context_ = nullptr;
  SpinWait spinWait_;  ///< of the caller

  alignas(64) std::atomic<std::uint32_t> round_ = 0;
  std::atomic<bool> stopping_ = false;
  std::atomic<std::uint32_t> inLoop_ = 0;
  std::atomic<std::uint32_t> sleeping_ = 0;  ///< workers, until the next round, or soon
  std::atomic<bool> callerSleeps_ = false;   ///< until a slot is finished, or soon
  std::array<Slot, maxSize> slots_;
};

}  // namespace dd
