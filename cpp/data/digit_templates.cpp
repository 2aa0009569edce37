#include "data/digit_templates.hpp"

#include <stdexcept>
#include <string>

namespace dd {

std::span<const TemplateFamily> digitTemplates(int digit) {
  switch (digit) {
    case 0:
      return templatesOfZero();
    case 1:
      return templatesOfOne();
    case 2:
      return templatesOfTwo();
    case 3:
      return templatesOfThree();
    case 4:
      return templatesOfFour();
    case 5:
      return templatesOfFive();
    case 6:
      return templatesOfSix();
    case 7:
      return templatesOfSeven();
    case 8:
      return templatesOfEight();
    case 9:
      return templatesOfNine();
    default:
      throw std::invalid_argument("A digit is 0 … 9; got " + std::to_string(digit) + ".");
  }
}

}  // namespace dd
