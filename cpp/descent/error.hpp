#pragma once

#include <cstddef>
#include <exception>
#include <initializer_list>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace dd {

/// What cannot be, as a code and the parameters that fill its sentence; web/app/errors has the
/// sentences. What a parameter called `quantity` names is worded there, too.
class Error : public std::exception {
 public:
  /// A number or a text.
  struct Parameter {
    std::string name;
    bool isText;
    double number;
    std::string text;
  };
  /// A parameter as it is handed over: nothing to destroy, since errors are thrown in many places.
  struct Given {
    template <class Number>
    requires std::is_arithmetic_v<Number> Given(const char* name, Number value)
        : name(name), number(static_cast<double>(value)) {}
    Given(const char* name, std::string_view value) : name(name), isText(true), text(value) {}

    const char* name;
    bool isText = false;
    double number = 0;
    std::string_view text;
  };

  explicit Error(const char* code, std::initializer_list<Given> parameters = {});

  const std::string& code() const { return code_; }
  const std::vector<Parameter>& parameters() const { return parameters_; }
  /// The code; description() for the rest.
  const char* what() const noexcept override { return code_.c_str(); }

 private:
  std::string code_;
  std::vector<Parameter> parameters_;
};

/// "range quantity=learningRate value=2 …", for those who have no sentences.
std::string description(const Error& error);

/// Code `range` unless min ≤ value ≤ max; NaN is in no range.
void requireRange(const char* quantity, double value, double min, double max);
/// Code `atLeast` unless `value` is finite and ≥ min.
void requireAtLeast(const char* quantity, double value, double min);
/// Code `positive` unless `value` is finite and > 0.
void requirePositive(const char* quantity, double value);
/// Code `notFinite` unless `finite`.
void requireFinite(const char* quantity, bool finite);
/// Code `size` unless there are as many numbers as expected.
void requireSize(const char* quantity, std::ptrdiff_t actual, std::ptrdiff_t expected);
/// Code `unknownName`; `accepted` lists the names that are known.
[[noreturn]] void throwUnknownName(const char* quantity, std::string_view name,
                                   std::string_view accepted);

}  // namespace dd
