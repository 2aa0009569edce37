#pragma once

#include <memory>
#include <string_view>

#include "descent/named.hpp"
#include "descent/objective.hpp"

namespace dd {

/// A function that somebody typed: an expression in x, or in x and y, in UTF-8.
///
///   sum     = product { ("+" | "-") product }
///   product = unary { ("*" | "/") unary }
///   unary   = ("-" | "+") unary | power
///   power   = value [ "^" unary ]             so that -x^2 = -(x^2) and 2^3^2 = 2^(3^2)
///   value   = number | "x" | "y" | "pi" | "e" | function "(" sum ")"
///           | "pow" "(" sum "," sum ")" | "(" sum ")"
///
/// Functions: sin cos tan exp ln log sqrt abs tanh sinh cosh atan, and pow; log is ln. For - * pi
/// also stand −, × or ·, π. At most 500 characters, nested at most 100 deep.
///
/// The gradient comes from forward-mode automatic differentiation (R. E. Wengert, 1964): every
/// value carries its derivatives by x and y. The derivative of abs at 0 is 0. Where the expression
/// is not defined, J is infinite or NaN; where it has no finite slope, the gradient is.
class Expression final : public Objective<double> {
 public:
  /// `dimension` is 1 or 2. A mistake in the text throws Error with a code `expression…` and the
  /// parameters `found`, what stands there, empty at the end, and `position`: of the first
  /// character that cannot be, counted from 0 in UTF-16 units as JavaScript counts; the length of
  /// the text when its end came too early.
  Expression(std::string_view text, Index dimension);
  ~Expression() override;
  Expression(Expression&&) noexcept;

  Index dimension() const override { return dimension_; }
  double value(ConstVectorRef<double> theta) override;
  double valueAndGradient(ConstVectorRef<double> theta, VectorRef<double> gradient) override;

 private:
  struct Program;
  std::unique_ptr<Program> program_;
  Index dimension_;
};

}  // namespace dd
