#pragma once

#include <type_traits>

namespace dd {

/// A fixed number of threads that do one thing together.
class Team {
 public:
  virtual ~Team() = default;
  virtual int size() const = 0;

  /// Calls task(context, member) once for each member 0 … size() − 1, at the same time, member 0 on
  /// the calling thread, and returns when all are done. A task neither allocates nor throws.
  virtual void run(void (*task)(void* context, int member), void* context) = 0;

  /// As above, with anything that can be called with a member.
  template <class Task>
  void together(Task&& task) {
    run([](void* context,
           int member) { (*static_cast<std::remove_reference_t<Task>*>(context))(member); },
        &task);
  }
};

/// The calling thread alone.
class Alone final : public Team {
 public:
  int size() const override { return 1; }
  void run(void (*task)(void*, int), void* context) override { task(context, 0); }
};

}  // namespace dd
