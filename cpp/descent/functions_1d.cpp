#include <cmath>

#include "descent/functions.hpp"

namespace dd {
namespace {

double square(const double* theta, double, double* gradient) {
  const double x = theta[0];
  if (gradient) gradient[0] = 2 * x;
  return x * x;
}

double shiftedSquare(const double* theta, double, double* gradient) {
  const double d = theta[0] - 2;
  if (gradient) gradient[0] = 2 * d;
  return d * d;
}

/// (x² − 1)² + 0.3·x: the tilt makes the left valley the deeper one.
double doubleWell(const double* theta, double, double* gradient) {
  const double x = theta[0], d = x * x - 1;
  if (gradient) gradient[0] = 4 * x * d + 0.3;
  return d * d + 0.3 * x;
}

/// x⁴ − 3x³ + 2: flat at 0 without a minimum there, which is at 9/4.
double quartic(const double* theta, double, double* gradient) {
  const double x = theta[0], x2 = x * x;
  if (gradient) gradient[0] = 4 * x2 * x - 9 * x2;
  return x2 * x2 - 3 * x2 * x + 2;
}

/// |x|. At 0 there is no derivative; of the subgradients, −1 … 1, it gives 0.
double absolute(const double* theta, double, double* gradient) {
  const double x = theta[0];
  if (gradient) gradient[0] = (x > 0) - (x < 0);
  return std::abs(x);
}

/// x² / (1 + x²): a plateau where the slope fades as 2/x³, and a valley as curved as x². The
/// robust error of S. Geman & D. E. McClure (1985).
double flatSteep(const double* theta, double, double* gradient) {
  const double x = theta[0];
  if (std::abs(x) > 1e100) {  // where x² overflows, the quotient has long been 1
    if (gradient) gradient[0] = 0;
    return 1;
  }
  const double denominator = 1 + x * x;
  if (gradient) gradient[0] = 2 * x / (denominator * denominator);
  return x * x / denominator;
}

}  // namespace

std::vector<FunctionDefinition> functionsOfOneVariable() {
  return {
      define("square", square, {-2, 2}, {1.2}, 0.3, {{0}}, {}, 2),
      define("shifted-square", shiftedSquare, {-0.5, 4.5}, {1.4}, 0.1, {{2}}, {}, 2),
      define("double-well", doubleWell, {-1.8, 1.8}, {1.6}, 0.05,
             {{-1.035578714088854}, {0.9601495555191055}}, {{0.07542915856974822}}),
      define("quartic", quartic, {-1, 3.2}, {-0.8}, 0.03, {{2.25}}, {{0}}),
      define("absolute", absolute, {-2, 2}, {1.2}, 0.25, {{0}}),
      define("flat-steep", flatSteep, {-5, 5}, {4}, 0.9, {{0}}),
  };
}

}  // namespace dd
