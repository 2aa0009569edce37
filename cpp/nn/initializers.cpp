#include "nn/initializers.hpp"

#include <stdexcept>
#include <string>

namespace dd {

const char* initializerName(Initializer initializer) {
  switch (initializer) {
    case Initializer::zero:
      return "zero";
    case Initializer::normal:
      return "normal";
    case Initializer::xavier:
      return "xavier";
    case Initializer::he:
      return "he";
  }
  return "";
}

Initializer initializerFromName(std::string_view name) {
  for (const Initializer initializer :
       {Initializer::zero, Initializer::normal, Initializer::xavier, Initializer::he}) {
    if (name == initializerName(initializer)) return initializer;
  }
  throw std::invalid_argument("Unknown initializer \"" + std::string(name) +
                              "\": expected zero, normal, xavier or he.");
}

}  // namespace dd
