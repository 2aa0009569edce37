#pragma once

#include <stdint.h>

// The two innermost loops of the first layer. Nothing but numbers and pointers, so that kernels.cpp
// can also be compiled on its own, for a processor or a browser that does more than the rest of the
// program is compiled for; `Kernels` says which of the compilations is in use.

namespace dd {

/// A non-zero number of a line and where the row that it multiplies begins, counted in numbers.
struct Entry {
  int32_t offset;
  float value;
};

extern "C" {

/// out.row(l) = start.row(l) + Σₖ value·from.row(k) over the entries of line l = first … last − 1,
/// those from begins[l] up to begins[l + 1]. `from` and `out` are row-major with `units` columns;
/// `start` is one row that every line begins with, or null for what is in `out` already.
void dd_accumulate(const int32_t* begins, int32_t first, int32_t last, const Entry* entries,
                   const float* from, const float* start, int32_t units, float* out);
}

}  // namespace dd
