#pragma once

#include <memory>

#include "compute/thread_pool.hpp"

namespace dd::bindings {

/// What trainers made from now on train with: one thread, until a module on shared memory creates a
/// pool of more.
inline std::shared_ptr<ThreadPool>& threadPool() {
  static std::shared_ptr<ThreadPool> inUse = std::make_shared<SerialPool>();
  return inUse;
}

}  // namespace dd::bindings
