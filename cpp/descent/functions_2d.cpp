#include <cmath>
#include <numbers>

#include "descent/functions.hpp"

namespace dd {
namespace {

constexpr double pi = std::numbers::pi;

void write(double* gradient, double byX, double byY) {
  gradient[0] = byX;
  gradient[1] = byY;
}

/// x² + sin²y.
double bowl(const double* theta, double, double* gradient) {
  const double x = theta[0], s = std::sin(theta[1]);
  if (gradient) write(gradient, 2 * x, 2 * s * std::cos(theta[1]));
  return x * x + s * s;
}

/// ½·(x² + κ·y²), κ ≥ 1 the condition number of its Hessian.
double ellipse(const double* theta, double kappa, double* gradient) {
  const double x = theta[0], y = theta[1];
  if (gradient) write(gradient, x, kappa * y);
  return 0.5 * (x * x + kappa * y * y);
}

/// (1 − x)² + 100·(y − x²)² (H. H. Rosenbrock, Computer Journal 3, 1960).
double rosenbrock(const double* theta, double, double* gradient) {
  const double x = theta[0], a = 1 - x, b = theta[1] - x * x;
  if (gradient) write(gradient, -2 * a - 400 * x * b, 200 * b);
  return a * a + 100 * b * b;
}

/// (x² + y − 11)² + (x + y² − 7)² (D. M. Himmelblau, Applied Nonlinear Programming, 1972).
double himmelblau(const double* theta, double, double* gradient) {
  const double x = theta[0], y = theta[1], a = x * x + y - 11, b = x + y * y - 7;
  if (gradient) write(gradient, 4 * x * a + 2 * b, 2 * a + 4 * y * b);
  return a * a + b * b;
}

/// (1.5 − x + xy)² + (2.25 − x + xy²)² + (2.625 − x + xy³)² (E. M. L. Beale, 1958; as problem 5 of
/// J. J. Moré, B. S. Garbow & K. E. Hillstrom, ACM TOMS 7, 1981).
double beale(const double* theta, double, double* gradient) {
  const double x = theta[0], y = theta[1], y2 = y * y, y3 = y2 * y;
  const double a = 1.5 - x + x * y, b = 2.25 - x + x * y2, c = 2.625 - x + x * y3;
  if (gradient)
    write(gradient, 2 * (a * (y - 1) + b * (y2 - 1) + c * (y3 - 1)),
          2 * x * (a + 2 * b * y + 3 * c * y2));
  return a * a + b * b + c * c;
}

/// (x + 2y − 7)² + (2x + y − 5)² (A. D. Booth, 1949; M. Jamil & X.-S. Yang, A Literature Survey of
/// Benchmark Functions, 2013, no. 17). Its Hessian has the eigenvalues 2 and 18.
double booth(const double* theta, double, double* gradient) {
  const double x = theta[0], y = theta[1], a = x + 2 * y - 7, b = 2 * x + y - 5;
  if (gradient) write(gradient, 2 * a + 4 * b, 4 * a + 2 * b);
  return a * a + b * b;
}

/// x² − y²: a minimum along x, a maximum along y.
double saddle(const double* theta, double, double* gradient) {
  const double x = theta[0], y = theta[1];
  if (gradient) write(gradient, 2 * x, -2 * y);
  return x * x - y * y;
}

/// x³ − 3xy²: three valleys, two for the legs and one for the tail (D. Hilbert & S. Cohn-Vossen,
/// Anschauliche Geometrie, 1932).
double monkeySaddle(const double* theta, double, double* gradient) {
  const double x = theta[0], y = theta[1];
  if (gradient) write(gradient, 3 * (x * x - y * y), -6 * x * y);
  return x * x * x - 3 * x * y * y;
}

/// (4 − 2.1x² + x⁴/3)·x² + xy + (4y² − 4)·y² (F. H. Branin, 1972; L. C. W. Dixon & G. P. Szegő,
/// Towards Global Optimisation 2, 1978).
double sixHumpCamel(const double* theta, double, double* gradient) {
  const double x = theta[0], y = theta[1], x2 = x * x, y2 = y * y;
  if (gradient) write(gradient, x * (8 - 8.4 * x2 + 2 * x2 * x2) + y, x + y * (16 * y2 - 8));
  return x2 * (4 - 2.1 * x2 + x2 * x2 / 3) + x * y + y2 * (4 * y2 - 4);
}

/// 20 + x² − 10·cos 2πx + y² − 10·cos 2πy (L. A. Rastrigin, Systems of Extremal Control, 1974).
double rastrigin(const double* theta, double, double* gradient) {
  double sum = 20;
  for (int i = 0; i < 2; ++i) {
    const double x = theta[i];
    sum += x * x - 10 * std::cos(2 * pi * x);
    if (gradient) gradient[i] = 2 * x + 20 * pi * std::sin(2 * pi * x);
  }
  return sum;
}

/// −20·exp(−0.2·√((x² + y²)/2)) − exp((cos 2πx + cos 2πy)/2) + e + 20 (D. H. Ackley, A
/// Connectionist Machine for Genetic Hillclimbing, 1987). A cone stands in its minimum, the origin,
/// where there is no gradient; it gives 0 there.
double ackley(const double* theta, double, double* gradient) {
  const double x = theta[0], y = theta[1], r = std::hypot(x, y) / std::numbers::sqrt2;
  const double cone = 20 * std::exp(-0.2 * r);
  const double waves = std::exp(0.5 * (std::cos(2 * pi * x) + std::cos(2 * pi * y)));
  if (gradient) {
    for (int i = 0; i < 2; ++i) {
      // ∂r/∂x = x / 2r
      const double slope = r > 0 ? 0.2 * cone * theta[i] / (2 * r) : 0;
      gradient[i] = slope + pi * std::sin(2 * pi * theta[i]) * waves;
    }
  }
  return 20 - cone + (std::numbers::e - waves);
}

/// The minima of Rastrigin's function for |x|, |y| < 2.5: all pairs of the zeros of its derivative.
std::vector<Coordinates> rastriginMinima() {
  const double zeros[] = {-1.9899122337085493, -0.9949586376523349, 0, 0.9949586376523349,
                          1.9899122337085493};
  std::vector<Coordinates> minima;
  for (const double y : zeros) {
    for (const double x : zeros) minima.push_back({x, y});
  }
  return minima;
}

}  // namespace

std::vector<FunctionDefinition> functionsOfTwoVariables() {
  std::vector<FunctionDefinition> all = {
      // L along x; along y it is 2·cos 2y ≤ 2.
      define("bowl", bowl, {-4, 4, -4, 4}, {3, 1}, 0.1, {{0, 0}, {0, -pi}, {0, pi}},
             {{0, -pi / 2}, {0, pi / 2}}, 2),
      define("ellipse", ellipse, {-4, 4, -3, 3}, {3.5, 1.5}, 0.1, {{0, 0}}, {}, 10),
      define("rosenbrock", rosenbrock, {-2, 2, -1, 3}, {-1.2, 1}, 0.001, {{1, 1}}),
      define("himmelblau", himmelblau, {-5, 5, -5, 5}, {0, -0.5}, 0.01,
             {{3, 2},
              {-2.805118086952745, 3.131312518250573},
              {-3.779310253377747, -3.283185991286169},
              {3.5844283403304917, -1.8481265269644034}},
             {{-3.0730257507643897, -0.08135304428796751},
              {-0.12796134673068005, -1.9537149802445766},
              {0.08667750455539634, 2.884254701174776},
              {3.385154183607021, 0.07385187983774928},
              {-0.2708445906673476, -0.9230385564799815}}),
      define("beale", beale, {-1, 4.5, -2, 2}, {1, 1.2}, 0.01, {{3, 0.5}}, {{0, 1}}),
      define("booth", booth, {-8, 8, -8, 8}, {-5, -2}, 0.05, {{1, 3}}, {}, 18),
      define("saddle", saddle, {-2, 2, -2, 2}, {1.5, 0.001}, 0.1, {}, {{0, 0}}),
      define("monkey-saddle", monkeySaddle, {-2, 2, -2, 2}, {1.5, 0.01}, 0.05, {}, {{0, 0}}),
      define("six-hump-camel", sixHumpCamel, {-2.1, 2.1, -1.2, 1.2}, {-1, -0.2}, 0.02,
             {{0.08984201310031807, -0.7126564030207396},
              {-0.08984201310031807, 0.7126564030207396},
              {1.7036067149699807, -0.7960835686726251},
              {-1.7036067149699807, 0.7960835686726251},
              {1.6071047529201974, 0.5686514548841313},
              {-1.6071047529201974, -0.5686514548841313}},
             {{0, 0},
              {1.6380679841897785, 0.22867406904439408},
              {-1.6380679841897785, -0.22867406904439408},
              {1.2960702671671092, 0.6050843880386585},
              {-1.2960702671671092, -0.6050843880386585},
              {1.1092053368047863, -0.7682680925095399},
              {-1.1092053368047863, 0.7682680925095399},
              {1.2302298765166524, 0.16233458445899493},
              {-1.2302298765166524, -0.16233458445899493}}),
      define("rastrigin", rastrigin, {-2.5, 2.5, -2.5, 2.5}, {1.7, 1.35}, 0.003, rastriginMinima()),
      define("ackley", ackley, {-4, 4, -4, 4}, {2.6, 1.7}, 0.05, {{0, 0}}),
  };
  FunctionDefinition& ellipse = all[1];
  ellipse.facts.parameter = FunctionParameter{1, 100, 10};
  ellipse.curvatureFor = [](double kappa) { return kappa; };
  return all;
}

}  // namespace dd
