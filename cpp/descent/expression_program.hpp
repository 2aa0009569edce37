#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace dd {

/// What an expression is compiled to: instructions in postfix order, for a stack of numbers.
/// Those that take no number come first, then those that take two.
enum class Operation {
  constant,
  x,
  y,
  add,
  subtract,
  multiply,
  divide,
  power,
  negate,
  sin,
  cos,
  tan,
  exp,
  log,
  sqrt,
  abs,
  tanh,
  sinh,
  cosh,
  atan,
};
constexpr bool takesNone(Operation operation) { return operation <= Operation::y; }
constexpr bool takesTwo(Operation operation) {
  return operation >= Operation::add && operation <= Operation::power;
}

struct Instruction {
  Operation operation;
  double constant = 0;  ///< of Operation::constant
};

struct ExpressionCode {
  std::vector<Instruction> instructions;
  std::size_t stackDepth = 0;  ///< values that it ever holds at once
};

/// Throws Error. `dimension` 1 knows no y.
ExpressionCode compileExpression(std::string_view text, int dimension);

}  // namespace dd
