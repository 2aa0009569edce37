#include "compute/native_thread_pool.hpp"

namespace dd {

NativeThreadPool::NativeThreadPool(int size) : pool_(size) {
  for (int worker = 1; worker < size; ++worker) {
    threads_.emplace_back([this, worker] { pool_.workerLoop(worker); });
  }
}

NativeThreadPool::~NativeThreadPool() {
  pool_.stop();
  for (std::thread& thread : threads_) thread.join();
}

}  // namespace dd
