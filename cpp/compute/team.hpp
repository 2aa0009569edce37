#pragma once

#include <type_traits>

namespace dd {

/// A fixed number of members who do one thing together, each on a thread of its own where there is
/// one.
class Team {
 public:
  virtual ~Team() = default;
  virtual int size() const = 0;

  /// Calls task(context, member) once for each member 0 … size() − 1, at the same time if possible,
  /// member 0 on the calling thread, and returns when all are done. A task neither allocates nor
  /// throws, copies no shared pointer and does not wait for another member.
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
