#pragma once

#include <cstddef>

#include "descent/named.hpp"

namespace dd {

/// The number types that a model file may hold, by their names in safetensors. In `i8`, a weight is
/// a whole number times the scale of its unit, see encodeModel.
enum class DType { f32, f16, i8 };
template <>
inline constexpr NameList namesOf<DType>{"dtype", {"F32", "F16", "I8"}};

constexpr std::size_t bytesOf(DType dtype) {
  return dtype == DType::f32 ? 4 : dtype == DType::f16 ? 2 : 1;
}

}  // namespace dd
