#pragma once

#include <optional>
#include <utility>

#include "data/augmentation.hpp"
#include "wasm/convert.hpp"

namespace dd::wasm {

/// The ranges of an augmentation; those that are missing are those of AugmentationRanges.
inline AugmentationRanges readAugmentation(const val& object) {
  AugmentationRanges ranges;
  const std::pair<const char*, float*> fields[] = {
      {"rotation", &ranges.rotation},
      {"shear", &ranges.shear},
      {"scale", &ranges.scale},
      {"aspect", &ranges.aspect},
      {"translation", &ranges.translation},
      {"displacement", &ranges.displacement},
      {"smoothness", &ranges.smoothness},
      {"penWidth", &ranges.penWidth},
      {"erasure", &ranges.erasure},
  };
  for (const auto& [key, field] : fields) {
    *field = static_cast<float>(readNumber(object, key, *field));
  }
  return ranges;
}

/// As above; nothing for undefined and null.
inline std::optional<AugmentationRanges> readOptionalAugmentation(const val& object) {
  if (object.isUndefined() || object.isNull()) return std::nullopt;
  return readAugmentation(object);
}

}  // namespace dd::wasm
