#include "compute/fork_join.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>

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

/// Whether `part` was still at the round before, and was moved on.
bool claim(Word& part, std::uint32_t round) {
  std::uint32_t before = round - 1;
  return part.compare_exchange_strong(before, round);
}

#if defined(__x86_64__) || defined(__i386__)
/// Looks at a word in some 100 µs: several times what it costs to be woken, and more than a serial
/// stretch between two tasks usually takes.
constexpr int mostLooks = 4000;
void rest() { __builtin_ia32_pause(); }
#else
constexpr int mostLooks = 100000;
void rest() {}
#endif
constexpr int leastLooks = mostLooks / 100;
constexpr unsigned longEvery = 16;

}  // namespace

bool Patience::changesSoon(const Word& word, std::uint32_t value) {
  if (word != value) return true;
  if (looks_ == 0) looks_ = mostLooks;
  const bool isLong = ++waits_ % longEvery == 0;
  for (int left = isLong ? mostLooks : looks_; left > 0; --left) {
    rest();
    if (word == value) continue;
    looks_ = isLong ? mostLooks : std::min(mostLooks, 2 * looks_);
    return true;
  }
  looks_ = std::max(leastLooks, looks_ / 2);
  return false;
}

ForkJoin::ForkJoin(int size) : size_(size) {
  if (size < 1 || size > maxSize) {
    throw std::invalid_argument("A team has 1 to " + std::to_string(maxSize) + " members, not " +
                                std::to_string(size) + ".");
  }
}

void ForkJoin::run(void (*task)(void*, int), void* context) {
  task_ = task;
  context_ = context;
  const std::uint32_t round = round_ + 1;
  round_ = round;
  // Whoever is not counted here yet will find the new round before falling asleep.
  if (sleeping_ > 0) wake(round_);
  task(context, 0);
  for (int member = 1; member < size_; ++member) {
    Part& part = parts_[static_cast<std::size_t>(member)];
    if (!claim(part.claimed, round)) continue;
    task(context, member);
    part.finished = round;
  }
  for (int member = 1; member < size_; ++member) {
    awaitFinished(parts_[static_cast<std::size_t>(member)], round);
  }
}

void ForkJoin::awaitFinished(Part& part, std::uint32_t round) {
  if (patience_.changesSoon(part.finished, round - 1)) return;
  callerSleeps_ = true;
  while (part.finished != round) sleepWhile(part.finished, round - 1);
  callerSleeps_ = false;
}

void ForkJoin::serve(int member) {
  Part& part = parts_[static_cast<std::size_t>(member)];
  ++serving_;
  for (std::uint32_t round = 0;;) {
    round = nextRound(part, round);
    if (stopping_) break;
    if (!claim(part.claimed, round)) continue;  // the caller was faster
    task_(context_, member);
    part.finished = round;
    if (callerSleeps_) wake(part.finished);
  }
  --serving_;
}

std::uint32_t ForkJoin::nextRound(Part& part, std::uint32_t seen) {
  if (!part.patience.changesSoon(round_, seen)) {
    ++sleeping_;
    while (round_ == seen) sleepWhile(round_, seen);
    --sleeping_;
  }
  return round_;
}

void ForkJoin::stop() {
  stopping_ = true;
  ++round_;
  wake(round_);
}

}  // namespace dd
