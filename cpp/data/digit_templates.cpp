#include "data/digit_templates.hpp"

#include <stdexcept>
#include <string>

namespace dd {

std::span<const DigitTemplate> digitTemplates(int digit) {
  if (digit < 0 || digit > 9) {
    throw std::invalid_argument("A digit is 0 … 9; got " + std::to_string(digit) + ".");
  }
  return digit <= 4 ? templatesZeroToFour(digit) : templatesFiveToNine(digit);
}

}  // namespace dd
