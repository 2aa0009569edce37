#pragma once

#include <thread>
#include <vector>

#include "compute/fork_join_pool.hpp"

namespace dd {

/// A pool with threads of its own, which sleep while there is nothing to do.
class NativeThreadPool final : public ThreadPool {
 public:
  /// Throws Error unless 1 ≤ size ≤ ForkJoinPool::maxSize.
  explicit NativeThreadPool(int size);
  ~NativeThreadPool() override;

  int size() const override { return pool_.size(); }
  void run(void (*task)(void* context, int worker), void* context) override {
    pool_.run(task, context);
  }

  /// How many threads are at work; `size()` of them soon after the start.
  int activeThreads() const { return pool_.activeThreads(); }

 private:
  ForkJoinPool pool_;
  std::vector<std::thread> threads_;
};

}  // namespace dd
