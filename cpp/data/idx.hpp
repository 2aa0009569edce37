#pragma once

#include <cstdint>
#include <span>

#include "data/dataset.hpp"

namespace dd {

/// Reads a pair of IDX files (format: http://yann.lecun.com/exdb/mnist), already decompressed:
/// images of 28×28 unsigned bytes, labels 0 … 9. The counts must agree and each file must end
/// exactly where its header says. Throws Error with one sentence for the first mistake found.
DataSet dataSetFromIdx(std::span<const std::uint8_t> images, std::span<const std::uint8_t> labels);

}  // namespace dd
