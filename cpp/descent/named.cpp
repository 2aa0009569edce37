#include "descent/named.hpp"

#include <string>

#include "descent/error.hpp"

namespace dd {

std::size_t placeOf(std::string_view name, const NameList& list) {
  std::string accepted;
  for (std::size_t i = 0; list.names[i]; ++i) {
    if (name == list.names[i]) return i;
    if (i > 0) accepted += ", ";
    accepted += list.names[i];
  }
  throwUnknownName(list.kind, name, accepted);
}

}  // namespace dd
