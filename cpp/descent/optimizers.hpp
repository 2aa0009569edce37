#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "descent/types.hpp"

namespace dd {

/// Turns gradients into the direction to walk: θ ← θ − η · direction(∇J).
///
/// The learning rate η stays outside, so that it can be turned at every step and resets nothing.
/// State (velocities, averages) is held for a fixed number of parameters and starts at zero.
template <class Scalar>
class Optimizer {
 public:
  virtual ~Optimizer() = default;

  /// Moves on by one step. The state of each parameter follows in `direction`.
  virtual void advance() {}
  /// Replaces a part of the gradient, from parameter `begin` on, by the direction; once for every
  /// parameter in each step. Does not allocate; several threads may share the parameters.
  virtual void direction(Index begin, VectorRef<Scalar> gradient) = 0;

  /// Back to the state before the first step.
  virtual void reset() = 0;

  /// θ ← θ − η · direction(gradient); `gradient` is left holding the direction.
  void step(VectorRef<Scalar> theta, VectorRef<Scalar> gradient, Scalar learningRate) {
    advance();
    direction(0, gradient);
    theta.noalias() -= learningRate * gradient;
  }
};

/// The settings of every optimizer; each reads those of its own formula.
struct OptimizerSettings {
  double momentum = 0.9;  ///< momentum, Nesterov: μ in [0, 1)
  double decay = 0.9;     ///< RMSProp: ρ in [0, 1)
  double beta1 = 0.9;     ///< Adam: in [0, 1)
  double beta2 = 0.999;   ///< Adam: in [0, 1)
  double epsilon = 1e-8;  ///< AdaGrad, RMSProp, Adam: > 0, added to the root

  bool operator==(const OptimizerSettings&) const = default;
};

/// One of them: its name, and the range that forms offer.
struct OptimizerSetting {
  const char* name;
  double OptimizerSettings::*value;
  double min, max;
};
inline constexpr OptimizerSetting optimizerSettings[] = {
    {"momentum", &OptimizerSettings::momentum, 0, 0.999999},
    {"decay", &OptimizerSettings::decay, 0, 0.999999},
    {"beta1", &OptimizerSettings::beta1, 0, 0.999999},
    {"beta2", &OptimizerSettings::beta2, 0, 0.999999},
    {"epsilon", &OptimizerSettings::epsilon, 1e-12, 1},
};

/// An optimizer as forms offer it and makeOptimizer makes it.
struct OptimizerKind {
  template <class Scalar>
  using Make = std::unique_ptr<Optimizer<Scalar>> (*)(Index, const OptimizerSettings&);

  const char* name;
  std::vector<const char*> settings;  ///< those that it reads
  double networkRate;                 ///< η that usually trains the network
  /// η for functions of two variables, of optimizers that scale their own steps.
  std::optional<double> planeRate;
  Make<float> makeFloat;
  Make<double> makeDouble;
};
/// All optimizers, in the order of forms.
const std::vector<OptimizerKind>& optimizerKinds();

/// Makes an optimizer for `size` parameters. Throws Error for a name that none has,
/// or a setting out of range.
template <class Scalar>
std::unique_ptr<Optimizer<Scalar>> makeOptimizer(std::string_view name, Index size,
                                                 const OptimizerSettings& settings = {});

extern template std::unique_ptr<Optimizer<float>> makeOptimizer(std::string_view, Index,
                                                                const OptimizerSettings&);
extern template std::unique_ptr<Optimizer<double>> makeOptimizer(std::string_view, Index,
                                                                 const OptimizerSettings&);

}  // namespace dd
