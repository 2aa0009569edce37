#include "nn/fork_join.hpp"

#include <stdexcept>
#include <string>

namespace dd {
namespace {

/// How often a word is looked at before sleeping on it: some 50 µs, more than a short serial
/// stretch between two tasks takes and about what it costs to be woken.
#ifdef __wasm__
constexpr int looks = 20000;
inline void rest() {}
#elif defined(__x86_64__) || defined(__i386__)
constexpr int looks = 1500;
inline void rest() { __builtin_ia32_pause(); }
#else
constexpr int looks = 20000;
inline void rest() {}
#endif

/// Whether `word` stops being `value` soon.
bool changesSoon(const SharedWord& word, std::uint32_t value) {
  for (int i = 0; i < looks; ++i) {
    if (word.load() != value) return true;
    rest();
  }
  return false;
}

}  // namespace

ForkJoin::ForkJoin(int size) : size_(size) {
  if (size < 1 || size > maxSize) {
    throw std::invalid_argument("A team has 1 to " + std::to_string(maxSize) + " members, not " +
                                std::to_string(size) + ".");
  }
}

void ForkJoin::run(void (*task)(void*, int), void* context) {
  task_ = task;
  context_ = context;
  const std::uint32_t round = round_.load() + 1;
  round_.store(round);
  // Whoever is not counted here yet will find the new round before falling asleep.
  if (sleeping_.load() > 0) round_.wake();
  task(context, 0);
  for (int member = 1; member < size_; ++member) {
    Part& part = parts_[static_cast<std::size_t>(member)];
    if (!part.claimed.replace(round - 1, round)) continue;
    task(context, member);
    part.finished.store(round);
  }
  for (int member = 1; member < size_; ++member) {
    awaitFinished(parts_[static_cast<std::size_t>(member)], round);
  }
}

void ForkJoin::awaitFinished(Part& part, std::uint32_t round) {
  if (changesSoon(part.finished, round - 1)) return;
  callerSleeps_.store(1);
  while (part.finished.load() != round) part.finished.sleepWhile(round - 1);
  callerSleeps_.store(0);
}

void ForkJoin::serve(int member) {
  Part& part = parts_[static_cast<std::size_t>(member)];
  serving_.add(1);
  for (std::uint32_t round = 0;;) {
    round = nextRound(round);
    if (stopping_.load()) break;
    if (!part.claimed.replace(round - 1, round)) continue;  // the caller was faster
    task_(context_, member);
    part.finished.store(round);
    if (callerSleeps_.load()) part.finished.wake();
  }
  serving_.add(~0u);
}

std::uint32_t ForkJoin::nextRound(std::uint32_t seen) {
  if (!changesSoon(round_, seen)) {
    sleeping_.add(1);
    while (round_.load() == seen) round_.sleepWhile(seen);
    sleeping_.add(~0u);
  }
  return round_.load();
}

void ForkJoin::stop() {
  stopping_.store(1);
  round_.add(1);
  round_.wake();
}

}  // namespace dd
