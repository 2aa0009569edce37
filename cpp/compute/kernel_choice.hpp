#pragma once

#include "compute/kernels.hpp"

namespace dd {

/// Every function of kernels.hpp, by name: `each(name)`.
#define DD_KERNELS(each) each(dd_accumulate)

/// One compilation of the kernels.
struct Kernels {
#define DD_KERNEL(name) decltype(&dd::name) name = &dd::name;
  DD_KERNELS(DD_KERNEL)
#undef DD_KERNEL
};

/// The kernels in use: those of this program, unless others have taken their place.
const Kernels& kernels();

/// For the whole program and for good, before any other thread computes: which compilation suits
/// the processor is a fact of the machine.
void useKernels(const Kernels& kernels);

}  // namespace dd
