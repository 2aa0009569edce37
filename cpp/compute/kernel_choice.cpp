#include "compute/kernel_choice.hpp"

namespace dd {
namespace {

Kernels inUse;

}  // namespace

const Kernels& kernels() { return inUse; }

void useKernels(const Kernels& kernels) { inUse = kernels; }

}  // namespace dd
