#pragma once

#include <cstddef>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "descent/objective.hpp"

namespace dd {

/// A point of parameter space, as it stands in a table of facts.
using Coordinates = std::vector<double>;

/// A number that a function is drawn with besides θ.
struct FunctionParameter {
  double min, max, value;
};

/// What is known of a function before anything is computed.
struct FunctionFacts {
  std::string name;
  Index dimension = 1;        ///< 1 or 2
  Coordinates range;          ///< x₀, x₁ [, y₀, y₁]: the part that is worth looking at
  Coordinates start;          ///< `dimension` numbers
  double learningRate = 0.1;  ///< η with which plain gradient descent shows what it does here
  std::vector<Coordinates> minima;  ///< global and local, to full precision
  std::vector<Coordinates>
      saddles;  ///< other points with ∇J = 0: saddles, maxima, flat inflections
  /// L, the largest eigenvalue of the Hessian, where J has a minimum and L is the same at every θ:
  /// plain gradient descent then converges for every η < 2/L. NaN where there is no such number.
  double curvature = std::numeric_limits<double>::quiet_NaN();
  std::optional<FunctionParameter> parameter;
};

struct NearestMinimum {
  std::size_t index;  ///< among `minima`
  double distance;
};

/// Empty where no minimum is known.
std::optional<NearestMinimum> nearestMinimum(const FunctionFacts& facts,
                                             ConstVectorRef<double> theta);

/// J(θ); with `gradient` not null, ∇J(θ) is written there. Both arrays have `dimension` numbers.
using Formula = double (*)(const double* theta, double parameter, double* gradient);

struct FunctionDefinition {
  FunctionFacts facts;
  Formula formula;
  /// L as it follows the parameter; null where `facts.curvature` holds for all of them.
  double (*curvatureFor)(double parameter) = nullptr;
};

/// A function of as many variables as `start` has; the rest as FunctionFacts names it.
FunctionDefinition define(const char* name, Formula formula, Coordinates range, Coordinates start,
                          double learningRate, std::vector<Coordinates> minima,
                          std::vector<Coordinates> saddles = {},
                          double curvature = std::numeric_limits<double>::quiet_NaN());

/// The two halves of the registry.
std::vector<FunctionDefinition> functionsOfOneVariable();
std::vector<FunctionDefinition> functionsOfTwoVariables();

/// A function of the registry with its parameter chosen.
class TestFunction final : public Objective<double> {
 public:
  explicit TestFunction(FunctionDefinition definition);

  const FunctionFacts& facts() const { return definition_.facts; }
  Index dimension() const override { return definition_.facts.dimension; }
  double value(ConstVectorRef<double> theta) override;
  double valueAndGradient(ConstVectorRef<double> theta, VectorRef<double> gradient) override;

 private:
  FunctionDefinition definition_;
  double parameter_;
};

/// Every function with its parameter at the default, those of one variable first.
std::vector<FunctionFacts> functionFacts();

/// Throws Error for a name that is not in the registry, for a parameter out of its
/// range, and for a parameter given to a function that has none.
TestFunction makeFunction(std::string_view name, std::optional<double> parameter = {});

}  // namespace dd
