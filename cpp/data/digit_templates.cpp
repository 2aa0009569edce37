#include "data/digit_templates.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string_view>

#include "descent/error.hpp"

namespace dd {
namespace {

// The build makes a string literal of digit_templates.txt, which says how it is written.
constexpr char text[] =
#include "digit_templates.inc"
    ;

using Digits = std::array<std::vector<TemplateFamily>, 10>;

/// The text before the separator or the end, which `rest` loses.
std::string_view takeUntil(char separator, std::string_view& rest) {
  const std::string_view token = rest.substr(0, rest.find(separator));
  rest.remove_prefix(std::min(rest.size(), token.size() + 1));
  return token;
}

// A number in `text` ends before a character that no number contains.
float number(std::string_view word) { return std::strtof(word.data(), nullptr); }

DigitTemplate parseStyle(float weight, std::string_view points) {
  DigitTemplate style{weight, {}};
  auto kind = ControlPoint::Kind::start;
  while (!points.empty()) {
    std::string_view y = takeUntil(' ', points);
    const bool lifted = y == "|", corner = y.back() == '!';
    if (!lifted) {
      const float x = number(takeUntil(',', y));
      style.points.push_back({x, number(y), corner ? ControlPoint::Kind::corner : kind});
    }
    kind = lifted ? ControlPoint::Kind::start : ControlPoint::Kind::smooth;
  }
  return style;
}

Digits parseDigits() {
  Digits digits;
  std::size_t digit = 0;
  for (std::string_view lines = text; !lines.empty();) {
    std::string_view line = takeUntil('\n', lines);
    const std::string_view name = takeUntil(' ', line), value = takeUntil(' ', line);
    if (name.starts_with('#')) continue;
    if (name == "digit") {
      digit = static_cast<std::size_t>(value[0] - '0');
    } else if (value.empty()) {
      digits[digit].emplace_back();
    } else {
      digits[digit].back().push_back(parseStyle(number(value), line));
    }
  }
  return digits;
}

}  // namespace

std::span<const TemplateFamily> digitTemplates(int digit) {
  requireRange("digit", digit, 0, 9);
  static const Digits digits = parseDigits();
  return digits[static_cast<std::size_t>(digit)];
}

}  // namespace dd
