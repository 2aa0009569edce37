// Lets JavaScript put kernels of another module in the place of this module's own.

#include <cstdint>

#include "bindings/convert.hpp"
#include "compute/kernel_choice.hpp"

namespace dd::bindings {
namespace {

/// `indices` has the place of each kernel in this module's function table by its name.
void useKernels(const val& indices) {
  guarded([&] {
    Kernels kernels;
#define DD_READ(name)                                      \
  kernels.name = reinterpret_cast<decltype(kernels.name)>( \
      static_cast<std::uintptr_t>(readInteger(indices, #name)));
    DD_KERNELS(DD_READ)
#undef DD_READ
    dd::useKernels(kernels);
  });
}

}  // namespace

EMSCRIPTEN_BINDINGS(kernels) { emscripten::function("useKernels", &useKernels); }

}  // namespace dd::bindings
