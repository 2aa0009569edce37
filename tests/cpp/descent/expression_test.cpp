#include "descent/expression.hpp"

#include <cmath>
#include <numbers>
#include <string>

#include "descent/functions.hpp"
#include "descent/gradient_check.hpp"
#include "descent/random.hpp"
#include "expect.hpp"

namespace dd {
namespace {

using Theta = Vector<double>;
double valueOf(const std::string& text, double x = 0, double y = 0) {
  return Expression(text, 2).value(Theta{{x, y}});
}

Theta gradientOf(const std::string& text, double x, double y = 0) {
  Theta gradient(2);
  Expression(text, 2).valueAndGradient(Theta{{x, y}}, gradient);
  return gradient;
}

TEST(Expression, BindsAsMathematicsDoes) {
  EXPECT_EQ(valueOf("1 + 2 * 3"), 7);
  EXPECT_EQ(valueOf("(1 + 2) * 3"), 9);
  EXPECT_EQ(valueOf("10 - 4 - 3"), 3);
  EXPECT_EQ(valueOf("12 / 4 / 3"), 1);
  EXPECT_EQ(valueOf("2 ^ 3 ^ 2"), 512);
  EXPECT_EQ(valueOf("-x ^ 2", 3), -9);
  EXPECT_EQ(valueOf("(-x) ^ 2", 3), 9);
  EXPECT_EQ(valueOf("2 ^ -x", 1), 0.5);
  EXPECT_EQ(valueOf("2 * -3"), -6);
  EXPECT_EQ(valueOf("- - + 4"), 4);
  EXPECT_EQ(valueOf("pow(x, y)", 2, 10), 1024);
}

TEST(Expression, ReadsNumbersNamesAndFunctions) {
  EXPECT_DOUBLE_EQ(valueOf("1.5e2 + .25 + 3."), 153.25);
  EXPECT_DOUBLE_EQ(valueOf("2*e + pi"), 2 * std::numbers::e + std::numbers::pi);
  EXPECT_DOUBLE_EQ(valueOf("2e0*x", 3), 6);
  const double x = 0.7;
  EXPECT_DOUBLE_EQ(valueOf("sin(x)", x), std::sin(x));
  EXPECT_DOUBLE_EQ(valueOf("cos(x)", x), std::cos(x));
  EXPECT_DOUBLE_EQ(valueOf("tan(x)", x), std::tan(x));
  EXPECT_DOUBLE_EQ(valueOf("exp(x)", x), std::exp(x));
  EXPECT_DOUBLE_EQ(valueOf("ln(x)", x), std::log(x));
  EXPECT_DOUBLE_EQ(valueOf("log(x)", x), std::log(x));
  EXPECT_DOUBLE_EQ(valueOf("sqrt(x)", x), std::sqrt(x));
  EXPECT_DOUBLE_EQ(valueOf("abs(-x)", x), x);
  EXPECT_DOUBLE_EQ(valueOf("tanh(x)", x), std::tanh(x));
  EXPECT_DOUBLE_EQ(valueOf("sinh(x)", x), std::sinh(x));
  EXPECT_DOUBLE_EQ(valueOf("cosh(x)", x), std::cosh(x));
  EXPECT_DOUBLE_EQ(valueOf("atan(x)", x), std::atan(x));
  EXPECT_DOUBLE_EQ(valueOf("2×x − 3·π", x), 2 * x - 3 * std::numbers::pi);
}

TEST(Expression, PassesTheGradientCheckAtAHundredPoints) {
  for (const char* text : {
           "x^2 + sin(y)^2",
           "(1-x)^2 + 100*(y-x^2)^2",
           "exp(-x^2)*cos(3*y) + tanh(x*y)",
           "sqrt(1 + x^2 + y^2) - atan(x/(2+cos(y)))",
           "ln(3 + x*y + x^2 + y^2) + abs(x + 10)*sinh(y/2)",
           "(2 + sin(x))^(1 + y/4) + pow(cosh(x), y)",
           "tan(x/3) / (1 + exp(-y)) - 2^x",
       }) {
    Expression f(text, 2);
    Random random(3);
    for (int i = 0; i < 100; ++i) {
      const Theta theta{{random.uniform(-2, 2), random.uniform(-2, 2)}};
      EXPECT_LT(gradientCheck(f, theta), 1e-6) << text << " at " << theta.transpose();
    }
  }
}

TEST(Expression, HasTheGradientOfTheFunctionThatItSpells) {
  for (const auto& [name, text] : {
           std::pair{"rosenbrock", "(1 - x)^2 + 100*(y - x^2)^2"},
           {"six-hump-camel", "(4 - 2.1*x^2 + x^4/3)*x^2 + x*y + (4*y^2 - 4)*y^2"},
           {"rastrigin", "20 + x^2 - 10*cos(2*pi*x) + y^2 - 10*cos(2*pi*y)"},
           {"ackley",
            "-20*exp(-0.2*sqrt((x^2+y^2)/2)) - exp((cos(2*pi*x)+cos(2*pi*y))/2) + e + 20"},
       }) {
    TestFunction known = makeFunction(name);
    Random random(5);
    for (int i = 0; i < 400; ++i) {
      const Theta theta{{random.uniform(-2, 1.7), random.uniform(-1.3, 2)}};
      Theta gradient(2);
      known.valueAndGradient(theta, gradient);
      const Theta off = (gradientOf(text, theta[0], theta[1]) - gradient).cwiseAbs();
      EXPECT_LT((off.array() / (1 + gradient.array().abs())).maxCoeff(), 1e-9) << name;
    }
  }
}

TEST(Expression, DifferentiatesAtTheEdgesOfPowers) {
  EXPECT_EQ(gradientOf("x^1", 0)[0], 1);
  EXPECT_EQ(gradientOf("x^2", 0)[0], 0);
  EXPECT_EQ(gradientOf("x^0", 0)[0], 0);
  EXPECT_EQ(gradientOf("x^3", -2)[0], 12);
  EXPECT_EQ(gradientOf("x^y", 0, 2), (Theta{{0.0, 0.0}}));
  EXPECT_EQ(gradientOf("abs(x)", 0)[0], 0);
  // √x has no finite slope at 0, but y is none of its business.
  const Theta root = gradientOf("sqrt(x) + y", 0);
  EXPECT_TRUE(std::isinf(root[0]));
  EXPECT_EQ(root[1], 1);
}

TEST(Expression, HasNoFiniteValueWhereItIsNotDefined) {
  EXPECT_TRUE(std::isinf(valueOf("1/0")));
  EXPECT_TRUE(std::isnan(valueOf("log(-1)")));
  EXPECT_TRUE(std::isnan(valueOf("sqrt(x)", -1)));
  EXPECT_TRUE(std::isnan(gradientOf("ln(x)", -1)[0]));
  EXPECT_TRUE(std::isnan(valueOf("x^0.5", -1)));
}

void expectMistake(const std::string& text, const char* code, std::size_t position,
                   const std::string& found, Index dimension = 2) {
  EXPECT_ERROR("expression" + std::string(code) + " position=" + std::to_string(position) +
                   " found=" + found,
               Expression(text, dimension))
      << text;
}

TEST(Expression, SaysWhereAMistakeIs) {
  expectMistake("", "Empty", 0, "");
  expectMistake("   ", "Empty", 3, "");
  expectMistake("x + $", "UnknownCharacter", 4, "$");
  expectMistake("x + 你", "UnknownCharacter", 4, "你");
  expectMistake("x + .", "UnknownCharacter", 4, ".");
  expectMistake("x + foo(2)", "UnknownName", 4, "foo");
  expectMistake("x + Y", "UnknownName", 4, "Y");
  expectMistake("x^2 + y", "UnknownName", 6, "y", 1);
  expectMistake("1e999 + x", "NumberTooLarge", 0, "1e999");
  expectMistake("x + * 2", "ValueExpected", 4, "*");
  expectMistake("x ** 2", "ValueExpected", 3, "*");
  expectMistake("x +", "ValueExpected", 3, "");
  expectMistake("()", "ValueExpected", 1, ")");
  expectMistake("x) + 2", "ValueExpected", 1, ")");
  expectMistake("2x", "OperatorExpected", 1, "x");
  expectMistake("3 e", "OperatorExpected", 2, "e");
  expectMistake("1.2.3", "OperatorExpected", 3, ".3");
  expectMistake("(x)(y)", "OperatorExpected", 3, "(");
  expectMistake("sin(2 x)", "OperatorExpected", 6, "x");
  expectMistake("x, y", "OperatorExpected", 1, ",");
  expectMistake("sin x", "OpeningExpected", 4, "x");
  expectMistake("sin^2", "OpeningExpected", 3, "^");
  expectMistake("(x + 1", "ClosingExpected", 6, "");
  expectMistake("sin(x, y)", "ClosingExpected", 5, ",");
  expectMistake("pow(x)", "CommaExpected", 5, ")");
}

TEST(Expression, CountsPositionsAsJavaScriptDoes) {
  expectMistake("π·x + ?", "UnknownCharacter", 6, "?");
  expectMistake("x − 𝒙", "UnknownCharacter", 4, "𝒙");
  expectMistake("x 𝒙", "UnknownCharacter", 2, "𝒙");
  expectMistake("\x80", "UnknownCharacter", 0, "\x80");
  expectMistake("\xF0", "UnknownCharacter", 0, "\xF0");
}

TEST(Expression, LimitsItsLengthAndDepth) {
  const auto nested = [](int depth) {
    return std::string(depth, '(') + "x" + std::string(depth, ')');
  };
  EXPECT_EQ(valueOf(nested(100), 5), 5);
  expectMistake(nested(101), "TooDeep", 101, "x");
  EXPECT_EQ(valueOf(std::string(100, '-') + "x", 5), 5);
  expectMistake(std::string(101, '-') + "x", "TooDeep", 100, "-");
  expectMistake("2" + std::string(249, '^'), "ValueExpected", 2, "^");
  std::string tower = "1";
  for (int i = 0; i < 101; ++i) tower += "^1";
  expectMistake(tower, "TooDeep", 202, "1");

  std::string sum = "x";
  while (sum.size() < 499) sum += "+x";
  EXPECT_EQ(valueOf(sum, 1), 250);
  EXPECT_EQ(valueOf(sum + " ", 1), 250);
  expectMistake(sum + "+x", "TooLong", 501, "");
}

TEST(Expression, HasOneOrTwoVariables) {
  EXPECT_EQ(Expression("x", 1).dimension(), 1);
  EXPECT_EQ(Expression("x", 2).dimension(), 2);
  EXPECT_ERROR("range quantity=dimension value=3 min=1 max=2", Expression("x", 3));
}

}  // namespace
}  // namespace dd
