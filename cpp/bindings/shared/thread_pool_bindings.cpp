// A thread pool of workers that JavaScript starts, each with an instance of this module on the same
// memory.

#include <cstdlib>
#include <new>

#include "bindings/convert.hpp"
#include "bindings/thread_pool.hpp"
#include "compute/fork_join_pool.hpp"
#include "descent/error.hpp"

/// Of Emscripten's runtime: sets the stack pointer of the instance that calls it.
extern "C" void stackRestore(std::uintptr_t top);

namespace dd::bindings {
namespace {

/// Of a worker, in bytes. A product of Eigen packs blocks of both its factors on it.
constexpr std::size_t stackSize = 2 * EIGEN_STACK_ALLOCATION_LIMIT + 512 * 1024;

std::shared_ptr<ForkJoinPool> created;

void workerLoop(ForkJoinPool* pool, int worker) { pool->workerLoop(worker); }

template <class Function>
double tableIndex(Function* function) {
  return static_cast<double>(reinterpret_cast<std::uintptr_t>(function));
}

/// Creates the pool that every trainer made from now on trains with. Returns what its workers are
/// to run, see ThreadPoolWork in types.d.ts: functions by their indices in the table, for the names
/// of exports are minified. Pool and stacks stay for as long as the module does.
val createThreadPool(int size) {
  return guarded([&] {
    if (created) throw Error("secondThreadPool");
    const auto pool = std::make_shared<ForkJoinPool>(size);
    val workers = val::array();
    for (int worker = 1; worker < size; ++worker) {
      void* stack = std::aligned_alloc(16, stackSize);
      if (!stack) throw std::bad_alloc();
      val start = val::object();
      start.set("worker", worker);
      start.set("stackTop",
                static_cast<double>(reinterpret_cast<std::uintptr_t>(stack) + stackSize));
      workers.call<void>("push", start);
    }
    val work = val::object();
    work.set("setStack", tableIndex(&stackRestore));
    work.set("workerLoop", tableIndex(&workerLoop));
    work.set("pool", static_cast<double>(reinterpret_cast<std::uintptr_t>(pool.get())));
    work.set("workers", workers);
    created = pool;
    threadPool() = pool;
    return work;
  });
}

int activeThreads() { return created ? created->activeThreads() : 1; }

}  // namespace

EMSCRIPTEN_BINDINGS(threadPool) {
  emscripten::function("createThreadPool", &createThreadPool);
  emscripten::function("activeThreads", &activeThreads);
}

}  // namespace dd::bindings
