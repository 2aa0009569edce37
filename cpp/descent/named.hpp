#pragma once

#include <cstddef>
#include <string_view>

namespace dd {

/// What the values of an enumeration are called in files, in links and by the page.
struct NameList {
  const char* kind;       ///< what an error says there is none of, such as "activation"
  const char* names[13];  ///< in the order of the enumeration, which starts at 0; then null
};

/// Specialised beside each enumeration whose values have names.
template <class Enum>
inline constexpr NameList namesOf{};
template <class Enum>
concept Named = namesOf<Enum>
.kind != nullptr;

/// The place of `name` in the list; throws Error, saying what there is, for another.
std::size_t placeOf(std::string_view name, const NameList& list);

template <Named Enum>
Enum fromName(std::string_view name) {
  return static_cast<Enum>(placeOf(name, namesOf<Enum>));
}
template <Named Enum>
constexpr const char* toName(Enum value) {
  return namesOf<Enum>.names[static_cast<std::size_t>(value)];
}

}  // namespace dd
