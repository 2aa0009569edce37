#include "compute/kernels.hpp"

namespace dd {
namespace {

// Vectors of the width that the processor has, by the extension that GCC and Clang share.
#if defined(__AVX512F__)
constexpr int lanes = 16;
#elif defined(__AVX__)
constexpr int lanes = 8;
#else
constexpr int lanes = 4;
#endif
typedef float Lanes __attribute__((vector_size(4 * lanes), aligned(4), may_alias));

inline Lanes load(const float* from) { return *reinterpret_cast<const Lanes*>(from); }
inline void store(float* to, Lanes value) { *reinterpret_cast<Lanes*>(to) = value; }

inline Lanes multiplyAdd(Lanes a, Lanes b, Lanes c) {
#ifdef __wasm_relaxed_simd__
  return __builtin_wasm_relaxed_madd_f32x4(a, b, c);
#else
  return a * b + c;
#endif
}

/// A strip of `width` vectors of one line, whose sums stay in registers.
template <int width>
inline void accumulateStrip(const Entry<float>* entry, const Entry<float>* end, const float* from,
                            const float* start, int32_t units, float* out) {
  Lanes sums[width];
  for (int i = 0; i < width; ++i) sums[i] = load(start + i * lanes);
  for (; entry < end; ++entry) {
    const float* row = from + entry->row * units;
    const Lanes value = Lanes{} + entry->value;
    for (int i = 0; i < width; ++i) sums[i] = multiplyAdd(value, load(row + i * lanes), sums[i]);
  }
  for (int i = 0; i < width; ++i) store(out + i * lanes, sums[i]);
}

template <int width>
inline void accumulateLines(const int32_t* begins, int32_t first, int32_t last,
                            const Entry<float>* entries, const float* from, const float* start,
                            int32_t units, float* out) {
  for (int32_t line = first; line < last; ++line) {
    float* target = out + line * units;
    accumulateStrip<width>(entries + begins[line], entries + begins[line + 1], from,
                           start ? start : target, units, target);
  }
}

inline void accumulateColumn(const int32_t* begins, int32_t first, int32_t last,
                             const Entry<float>* entries, const float* from, const float* start,
                             int32_t units, float* out) {
  for (int32_t line = first; line < last; ++line) {
    float* target = out + line * units;
    float sum = start ? *start : *target;
    for (int32_t k = begins[line]; k < begins[line + 1]; ++k) {
      sum += entries[k].value * from[entries[k].row * units];
    }
    *target = sum;
  }
}

}  // namespace

/// Strip by strip over all lines, so that the strip of `from` stays in the cache.
extern "C" void dd_accumulate(const int32_t* begins, int32_t first, int32_t last,
                              const Entry<float>* entries, const float* from, const float* start,
                              int32_t units, float* out) {
  int32_t column = 0;
  const auto strips = [&](auto strip, int width) {
    for (; column + width * lanes <= units; column += width * lanes) {
      strip(begins, first, last, entries, from + column, start ? start + column : nullptr, units,
            out + column);
    }
  };
  strips(accumulateLines<8>, 8);
  strips(accumulateLines<4>, 4);
  strips(accumulateLines<2>, 2);
  strips(accumulateLines<1>, 1);
  for (; column < units; ++column) {
    accumulateColumn(begins, first, last, entries, from + column, start ? start + column : nullptr,
                     units, out + column);
  }
}

}  // namespace dd
