#pragma once

#include "descent/types.hpp"

namespace dd {

/// Rows, or whatever is counted, from `begin` on.
struct Range {
  Index begin, size;
};

/// A fixed number of workers, each on a thread of its own where there is one.
class ThreadPool {
 public:
  virtual ~ThreadPool() = default;
  virtual int size() const = 0;

  /// Calls task(context, worker) once for each worker 0 … size() − 1, at the same time if possible,
  /// worker 0 on the calling thread, and returns when all are done. A task neither allocates nor
  /// throws, copies no shared pointer and does not wait for another worker.
  virtual void run(void (*task)(void* context, int worker), void* context) = 0;

  /// The chunk of 0 … count − 1 that a worker takes.
  Range chunk(Index count, int worker) const {
    const Index begin = count * worker / size();
    return {begin, count * (worker + 1) / size() - begin};
  }

  /// As `run`: calls body(chunk, worker) with each worker's chunk of 0 … count − 1.
  template <class Body>
  void parallelFor(Index count, Body&& body) {
    auto task = [&](int worker) { body(chunk(count, worker), worker); };
    run([](void* context, int worker) { (*static_cast<decltype(task)*>(context))(worker); }, &task);
  }
};

/// The calling thread does everything.
class SerialPool final : public ThreadPool {
 public:
  int size() const override { return 1; }
  void run(void (*task)(void*, int), void* context) override { task(context, 0); }
};

}  // namespace dd
