#pragma once

#include <thread>
#include <vector>

#include "compute/fork_join.hpp"

namespace dd {

/// A team on threads of its own, which sleep while there is nothing to do.
class ThreadTeam final : public Team {
 public:
  /// Throws std::invalid_argument unless 1 ≤ size ≤ ForkJoin::maxSize.
  explicit ThreadTeam(int size);
  ~ThreadTeam() override;

  int size() const override { return members_.size(); }
  void run(void (*task)(void* context, int member), void* context) override {
    members_.run(task, context);
  }

  /// How many threads are at work; `size()` of them soon after the start.
  int threads() const { return members_.threads(); }

 private:
  ForkJoin members_;
  std::vector<std::thread> threads_;
};

}  // namespace dd
