#include "descent/named.hpp"

#include <stdexcept>
#include <string>

namespace dd {

std::size_t placeOf(std::string_view name, const NameList& list) {
  std::string expected;
  for (std::size_t i = 0; list.names[i]; ++i) {
    if (name == list.names[i]) return i;
    if (i > 0) expected += list.names[i + 1] ? ", " : " or ";
    expected += list.names[i];
  }
  throw std::invalid_argument("Unknown " + std::string(list.kind) + " \"" + std::string(name) +
                              "\": expected " + expected + ".");
}

}  // namespace dd
