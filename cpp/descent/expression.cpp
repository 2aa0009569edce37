#include "descent/expression.hpp"

#include <cmath>

#include "descent/error.hpp"
#include "descent/expression_program.hpp"

namespace dd {
namespace {

/// A value with its derivatives by x and y.
struct Dual {
  double value = 0, dx = 0, dy = 0;

  Dual() = default;
  Dual(double v) : value(v) {}  // a constant
  Dual(double v, double byX, double byY) : value(v), dx(byX), dy(byY) {}
};

/// slope · d by the chain rule; what does not depend on a variable (d = 0) does not pass on an
/// infinite slope.
double chain(double slope, double d) { return d == 0 ? 0 : slope * d; }
Dual chain(double value, double slope, const Dual& a) {
  return {value, chain(slope, a.dx), chain(slope, a.dy)};
}

Dual operator+(const Dual& a, const Dual& b) {
  return {a.value + b.value, a.dx + b.dx, a.dy + b.dy};
}
Dual operator-(const Dual& a, const Dual& b) {
  return {a.value - b.value, a.dx - b.dx, a.dy - b.dy};
}
Dual operator-(const Dual& a) { return {-a.value, -a.dx, -a.dy}; }
Dual operator*(const Dual& a, const Dual& b) {
  return {a.value * b.value, chain(b.value, a.dx) + chain(a.value, b.dx),
          chain(b.value, a.dy) + chain(a.value, b.dy)};
}
Dual operator/(const Dual& a, const Dual& b) {
  const double quotient = a.value / b.value, byA = 1 / b.value, byB = -quotient / b.value;
  return {quotient, chain(byA, a.dx) + chain(byB, b.dx), chain(byA, a.dy) + chain(byB, b.dy)};
}

Dual pow(const Dual& a, const Dual& b) {
  const double power = std::pow(a.value, b.value);
  // a⁰ is 1 for every a, and 0ᵇ is 0 for every b > 0, though the formulas give 0·∞ there.
  const double byA = b.value == 0 ? 0 : b.value * std::pow(a.value, b.value - 1);
  const double byB = power == 0 ? 0 : power * std::log(a.value);
  return {power, chain(byA, a.dx) + chain(byB, b.dx), chain(byA, a.dy) + chain(byB, b.dy)};
}

Dual sin(const Dual& a) { return chain(std::sin(a.value), std::cos(a.value), a); }
Dual cos(const Dual& a) { return chain(std::cos(a.value), -std::sin(a.value), a); }
Dual tan(const Dual& a) {
  const double t = std::tan(a.value);
  return chain(t, 1 + t * t, a);
}
Dual exp(const Dual& a) {
  const double e = std::exp(a.value);
  return chain(e, e, a);
}
Dual log(const Dual& a) {
  const double value = std::log(a.value);
  // 1/a is finite for a < 0 too, where there is nothing to differentiate.
  return chain(value, std::isnan(value) ? value : 1 / a.value, a);
}
Dual sqrt(const Dual& a) {
  const double root = std::sqrt(a.value);
  return chain(root, 0.5 / root, a);
}
Dual abs(const Dual& a) { return chain(std::abs(a.value), (a.value > 0) - (a.value < 0), a); }
Dual tanh(const Dual& a) {
  const double t = std::tanh(a.value);
  return chain(t, 1 - t * t, a);
}
Dual sinh(const Dual& a) { return chain(std::sinh(a.value), std::cosh(a.value), a); }
Dual cosh(const Dual& a) { return chain(std::cosh(a.value), std::sinh(a.value), a); }
Dual atan(const Dual& a) { return chain(std::atan(a.value), 1 / (1 + a.value * a.value), a); }

template <class Number>
Number apply(Operation operation, const Number& a) {
  using std::abs, std::atan, std::cos, std::cosh, std::exp, std::log, std::sin, std::sinh,
      std::sqrt, std::tan, std::tanh;
  switch (operation) {
    case Operation::negate:
      return -a;
    case Operation::sin:
      return sin(a);
    case Operation::cos:
      return cos(a);
    case Operation::tan:
      return tan(a);
    case Operation::exp:
      return exp(a);
    case Operation::log:
      return log(a);
    case Operation::sqrt:
      return sqrt(a);
    case Operation::abs:
      return abs(a);
    case Operation::tanh:
      return tanh(a);
    case Operation::sinh:
      return sinh(a);
    case Operation::cosh:
      return cosh(a);
    default:
      return atan(a);
  }
}

template <class Number>
Number apply(Operation operation, const Number& a, const Number& b) {
  using std::pow;
  switch (operation) {
    case Operation::add:
      return a + b;
    case Operation::subtract:
      return a - b;
    case Operation::multiply:
      return a * b;
    case Operation::divide:
      return a / b;
    default:
      return pow(a, b);
  }
}

/// `stack` holds as many numbers as the code says.
template <class Number>
Number run(const ExpressionCode& code, Number* stack, const Number& x, const Number& y) {
  Number* top = stack - 1;
  for (const Instruction& instruction : code.instructions) {
    const Operation operation = instruction.operation;
    if (operation == Operation::constant) {
      *++top = Number(instruction.constant);
    } else if (takesNone(operation)) {
      *++top = operation == Operation::x ? x : y;
    } else if (takesTwo(operation)) {
      --top;
      top[0] = apply(operation, top[0], top[1]);
    } else {
      *top = apply(operation, *top);
    }
  }
  return *top;
}

}  // namespace

struct Expression::Program {
  ExpressionCode code;
  std::vector<double> values;
  std::vector<Dual> duals;
};

Expression::Expression(std::string_view text, Index dimension) : dimension_(dimension) {
  requireRange("dimension", dimension, 1, 2);
  ExpressionCode code = compileExpression(text, static_cast<int>(dimension));
  const std::size_t depth = code.stackDepth;
  program_ = std::make_unique<Program>(
      Program{std::move(code), std::vector<double>(depth), std::vector<Dual>(depth)});
}

Expression::~Expression() = default;
Expression::Expression(Expression&&) noexcept = default;

double Expression::value(ConstVectorRef<double> theta) {
  const double y = dimension_ == 2 ? theta[1] : 0;
  return run(program_->code, program_->values.data(), theta[0], y);
}

double Expression::valueAndGradient(ConstVectorRef<double> theta, VectorRef<double> gradient) {
  const Dual x{theta[0], 1, 0}, y{dimension_ == 2 ? theta[1] : 0, 0, 1};
  const Dual result = run(program_->code, program_->duals.data(), x, y);
  gradient[0] = result.dx;
  if (dimension_ == 2) gradient[1] = result.dy;
  return result.value;
}

}  // namespace dd
