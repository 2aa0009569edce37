#include "model/dtype.hpp"

#include <array>
#include <stdexcept>

namespace dd {
namespace {

struct Named {
  const char* name;
  std::size_t bytes;
};
/// In the order of DType.
constexpr std::array<Named, 3> dtypes{{{"F32", 4}, {"F16", 2}, {"I8", 1}}};

}  // namespace

DType dtypeFromName(const std::string& name) {
  for (std::size_t i = 0; i < dtypes.size(); ++i) {
    if (name == dtypes[i].name) return static_cast<DType>(i);
  }
  throw std::invalid_argument("Unknown number type \"" + name + "\": expected F32, F16 or I8.");
}

const char* dtypeName(DType dtype) { return dtypes[static_cast<std::size_t>(dtype)].name; }

std::size_t bytesOf(DType dtype) { return dtypes[static_cast<std::size_t>(dtype)].bytes; }

}  // namespace dd
