#pragma once

#ifndef __wasm__
#include <atomic>
#endif
#include <cstdint>

namespace dd {

/// A number that threads share and can sleep on until it changes. All that is done to it is
/// sequentially consistent.
///
/// Written with the compiler's own operations: the <atomic> of Emscripten's library wants its
/// threads, and a module on shared memory does without those.
class SharedWord {
 public:
  std::uint32_t load() const { return __atomic_load_n(&value_, __ATOMIC_SEQ_CST); }
  void store(std::uint32_t value) { __atomic_store_n(&value_, value, __ATOMIC_SEQ_CST); }
  void add(std::uint32_t amount) { __atomic_fetch_add(&value_, amount, __ATOMIC_SEQ_CST); }

  /// Replaces `expected` by `desired`; whether `expected` was what stood there.
  bool replace(std::uint32_t expected, std::uint32_t desired) {
    return __atomic_compare_exchange_n(&value_, &expected, desired, false, __ATOMIC_SEQ_CST,
                                       __ATOMIC_SEQ_CST);
  }

  /// Sleeps if `value` stands here, until `wake`; may also return earlier.
  void sleepWhile(std::uint32_t value) {
#ifdef __wasm__
    __builtin_wasm_memory_atomic_wait32(reinterpret_cast<int*>(&value_), static_cast<int>(value),
                                        -1);
#else
    std::atomic_ref(value_).wait(value);
#endif
  }

  /// Wakes whoever sleeps.
  void wake() {
#ifdef __wasm__
    __builtin_wasm_memory_atomic_notify(reinterpret_cast<int*>(&value_), ~0u);
#else
    std::atomic_ref(value_).notify_all();
#endif
  }

 private:
  alignas(4) std::uint32_t value_ = 0;
};

}  // namespace dd
