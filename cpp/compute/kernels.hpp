#pragma once

#include <stdint.h>

// The innermost loops of the first layer. Nothing but numbers and pointers, so that kernels.cpp can
// also be compiled on its own, for a browser that does more than the rest of the program is
// compiled for.

namespace dd {

/// A non-zero number of a line, and which row it multiplies.
template <class Scalar>
struct Entry {
  int32_t row;
  Scalar value;
};

extern "C" {

/// For the lines l = first … last − 1: out.row(l) = start + Σₖ value·from.row(row) over the entries
/// of line l, those from begins[l] up to begins[l + 1]. `from` and `out` are row-major with `units`
/// columns; `start` is one row, or null for what is in out.row(l) already.
void dd_accumulate(const int32_t* begins, int32_t first, int32_t last, const Entry<float>* entries,
                   const float* from, const float* start, int32_t units, float* out);
}

}  // namespace dd
