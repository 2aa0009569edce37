#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace dd {

/// Seeded random numbers: PCG32 (M. E. O'Neill, 2014, variant XSH-RR 64/32).
///
/// The standard library's distributions differ between implementations; these do not, so that one
/// seed gives one run natively and in WebAssembly. Copying a generator copies its position.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(0) {
    next();
    state_ += seed;
    next();
  }

  /// 32 uniform bits.
  std::uint32_t next() {
    const std::uint64_t old = state_;
    state_ = old * 6364136223846793005ULL + 1442695040888963407ULL;
    const auto shifted = static_cast<std::uint32_t>(((old >> 18) ^ old) >> 27);
    const auto rotation = static_cast<std::uint32_t>(old >> 59);
    return (shifted >> rotation) | (shifted << ((32 - rotation) & 31));
  }

  /// Uniform in [0, 1), 32 bits of resolution.
  double uniform() { return next() * 0x1p-32; }

  /// Uniform in [low, high).
  double uniform(double low, double high) { return low + (high - low) * uniform(); }

  /// Uniform integer in 0 … count−1; count ≥ 1. Unbiased (Lemire, 2019).
  std::uint32_t below(std::uint32_t count) {
    std::uint64_t product = static_cast<std::uint64_t>(next()) * count;
    auto low = static_cast<std::uint32_t>(product);
    if (low < count) {
      const std::uint32_t threshold = (0U - count) % count;
      while (low < threshold) {
        product = static_cast<std::uint64_t>(next()) * count;
        low = static_cast<std::uint32_t>(product);
      }
    }
    return static_cast<std::uint32_t>(product >> 32);
  }

  /// Standard normal deviate, Marsaglia's polar method (1964). The second deviate of each pair is
  /// dropped: a generator that hid one would not be described by its position alone.
  double normal() {
    double u, s;
    do {
      u = uniform(-1.0, 1.0);
      const double v = uniform(-1.0, 1.0);
      s = u * u + v * v;
    } while (s >= 1.0 || s == 0.0);
    return u * std::sqrt(-2.0 * std::log(s) / s);
  }

  /// Fisher–Yates shuffle of `count` values.
  template <class Value>
  void shuffle(Value* values, std::size_t count) {
    for (std::size_t i = count; i > 1; --i) {
      std::swap(values[i - 1], values[below(static_cast<std::uint32_t>(i))]);
    }
  }

 private:
  std::uint64_t state_;
};

}  // namespace dd
