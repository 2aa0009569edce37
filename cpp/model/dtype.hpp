#pragma once

#include <cstddef>
#include <string>

namespace dd {

/// The number types that a model file may hold. In `i8`, a weight is a whole number times the scale
/// of its unit, see encodeModel.
enum class DType { f32, f16, i8 };

/// "F32", "F16" or "I8", as in safetensors; throws std::invalid_argument for any other name.
DType dtypeFromName(const std::string& name);
const char* dtypeName(DType dtype);
std::size_t bytesOf(DType dtype);

}  // namespace dd
