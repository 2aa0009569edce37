#include "compute/fork_join_pool.hpp"

#include <algorithm>

#include "descent/error.hpp"

namespace dd {
namespace {

using Word = std::atomic<std::uint32_t>;

/// Sleeps if `value` stands in `word`, until `wake`; may also return earlier.
void sleepWhile(Word& word, std::uint32_t value) {
#ifdef __wasm__
  // Emscripten's library has no std::atomic::wait.
  __builtin_wasm_memory_atomic_wait32(reinterpret_cast<int*>(&word), static_cast<int>(value), -1);
#else
  word.wait(value);
#endif
}

void wake(Word& word) {
#ifdef __wasm__
  __builtin_wasm_memory_atomic_notify(reinterpret_cast<int*>(&word), ~0u);
#else
  word.notify_all();
#endif
}

/// Whether `slot` was still at the round before, and was moved on.
bool claim(Word& slot, std::uint32_t round) {
  std::uint32_t before = round - 1;
  return slot.compare_exchange_strong(before, round);
}

#if defined(__x86_64__) || defined(__i386__)
/// Looks at a word in some 100 µs: several times what it costs to be woken, and more than a serial
/// stretch between two tasks usually takes.
constexpr int maxSpins = 4000;
void cpuPause() { __builtin_ia32_pause(); }
#else
constexpr int maxSpins = 100000;
void cpuPause() {}
#endif
constexpr int minSpins = maxSpins / 100;
constexpr unsigned longEvery = 16;

}  // namespace

bool SpinWait::changesSoon(const Word& word, std::uint32_t value) {
  if (word != value) return true;
  if (spins_ == 0) spins_ = maxSpins;
  const bool isLong = ++waits_ % longEvery == 0;
  for (int left = isLong ? maxSpins : spins_; left > 0; --left) {
    cpuPause();
    if (word == value) continue;
    spins_ = isLong ? maxSpins : std::min(maxSpins, 2 * spins_);
    return true;
  }
  spins_ = std::max(minSpins, spins_ / 2);
  return false;
}

ForkJoinPool::ForkJoinPool(int size) : size_(size) { requireRange("poolSize", size, 1, maxSize); }

void ForkJoinPool::run(void (*task)(void*, int), void* context) {
  task_ = task;
  context_ = context;
  const std::uint32_t round = round_ + 1;
  round_ = round;
  // Whoever is not counted here yet will find the new round before falling asleep.
  if (sleeping_ > 0) wake(round_);
  task(context, 0);
  for (int worker = 1; worker < size_; ++worker) {
    Slot& slot = slots_[static_cast<std::size_t>(worker)];
    if (!claim(slot.claimed, round)) continue;
    task(context, worker);
    slot.finished = round;
  }
  for (int worker = 1; worker < size_; ++worker) {
    awaitFinished(slots_[static_cast<std::size_t>(worker)], round);
  }
}

void ForkJoinPool::awaitFinished(Slot& slot, std::uint32_t round) {
  if (spinWait_.changesSoon(slot.finished, round - 1)) return;
  callerSleeps_ = true;
  while (slot.finished != round) sleepWhile(slot.finished, round - 1);
  callerSleeps_ = false;
}

void ForkJoinPool::workerLoop(int worker) {
  Slot& slot = slots_[static_cast<std::size_t>(worker)];
  ++inLoop_;
  for (std::uint32_t round = 0;;) {
    round = nextRound(slot, round);
    if (stopping_) break;
    if (!claim(slot.claimed, round)) continue;  // the caller was faster
    task_(context_, worker);
    slot.finished = round;
    if (callerSleeps_) wake(slot.finished);
  }
  --inLoop_;
}

std::uint32_t ForkJoinPool::nextRound(Slot& slot, std::uint32_t seen) {
  if (!slot.spinWait.changesSoon(round_, seen)) {
    ++sleeping_;
    while (round_ == seen) sleepWhile(round_, seen);
    --sleeping_;
  }
  return round_;
}

void ForkJoinPool::stop() {
  stopping_ = true;
  ++round_;
  wake(round_);
}

}  // namespace dd
