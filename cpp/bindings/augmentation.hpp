#pragma once

#include <optional>

#include "bindings/convert.hpp"
#include "data/augmentation.hpp"

namespace dd::bindings {

/// The ranges of an augmentation; those that are missing are those of AugmentationRanges.
inline AugmentationRanges readAugmentation(const val& object) {
  AugmentationRanges ranges;
  for (const auto& [name, range] : augmentationRanges) {
    ranges.*range = static_cast<float>(readNumber(object, name, ranges.*range));
  }
  return ranges;
}

/// As above; nothing for undefined and null.
inline std::optional<AugmentationRanges> readOptionalAugmentation(const val& object) {
  if (isMissing(object)) return std::nullopt;
  return readAugmentation(object);
}

}  // namespace dd::bindings
