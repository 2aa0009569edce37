#include "descent/optimizers.hpp"

#include <type_traits>

#include "descent/error.hpp"
#include "descent/named.hpp"

namespace dd {
namespace {

/// Gradient descent as it is: the direction is the gradient (Cauchy, 1847; Robbins & Monro, 1951).
template <class Scalar>
class Sgd final : public Optimizer<Scalar> {
 public:
  Sgd(Index, const OptimizerSettings&) {}

  void direction(Index, VectorRef<Scalar>) override {}
  void reset() override {}
};

/// Heavy ball: v ← μ·v + g, direction v (Polyak, 1964).
template <class Scalar>
class Momentum : public Optimizer<Scalar> {
 public:
  Momentum(Index size, const OptimizerSettings& settings)
      : velocity_(Vector<Scalar>::Zero(size)), momentum_(static_cast<Scalar>(settings.momentum)) {}

  void direction(Index begin, VectorRef<Scalar> gradient) override {
    gradient = advanced(begin, gradient);
  }
  void reset() override { velocity_.setZero(); }

 protected:
  /// v of some parameters, moved on by their gradient.
  auto advanced(Index begin, ConstVectorRef<Scalar> gradient) {
    auto velocity = velocity_.segment(begin, gradient.size());
    velocity = momentum_ * velocity + gradient;
    return velocity;
  }

  Vector<Scalar> velocity_;
  Scalar momentum_;
};

/// Nesterov's accelerated gradient in the form that needs the gradient at θ only:
/// v ← μ·v + g, direction g + μ·v (Nesterov, 1983; Sutskever et al., 2013; Bengio et al., 2013).
template <class Scalar>
class Nesterov final : public Momentum<Scalar> {
 public:
  using Momentum<Scalar>::Momentum;

  void direction(Index begin, VectorRef<Scalar> gradient) override {
    const auto velocity = this->advanced(begin, gradient);
    gradient += this->momentum_ * velocity;
  }
};

/// G ← G + g², direction g / (√G + ε) (Duchi, Hazan & Singer, 2011).
template <class Scalar>
class AdaGrad final : public Optimizer<Scalar> {
 public:
  AdaGrad(Index size, const OptimizerSettings& settings)
      : squares_(Vector<Scalar>::Zero(size)), epsilon_(static_cast<Scalar>(settings.epsilon)) {}

  void direction(Index begin, VectorRef<Scalar> gradient) override {
    auto squares = squares_.segment(begin, gradient.size()).array();
    squares += gradient.array().square();
    gradient.array() /= squares.sqrt() + epsilon_;
  }
  void reset() override { squares_.setZero(); }

 private:
  Vector<Scalar> squares_;
  Scalar epsilon_;
};

/// s ← ρ·s + (1 − ρ)·g², direction g / (√s + ε) (Tieleman & Hinton, 2012).
template <class Scalar>
class RmsProp final : public Optimizer<Scalar> {
 public:
  RmsProp(Index size, const OptimizerSettings& settings)
      : squares_(Vector<Scalar>::Zero(size)),
        decay_(static_cast<Scalar>(settings.decay)),
        epsilon_(static_cast<Scalar>(settings.epsilon)) {}

  void direction(Index begin, VectorRef<Scalar> gradient) override {
    auto squares = squares_.segment(begin, gradient.size()).array();
    squares = decay_ * squares + (1 - decay_) * gradient.array().square();
    gradient.array() /= squares.sqrt() + epsilon_;
  }
  void reset() override { squares_.setZero(); }

 private:
  Vector<Scalar> squares_;
  Scalar decay_, epsilon_;
};

/// m ← β₁·m + (1 − β₁)·g, s ← β₂·s + (1 − β₂)·g²,
/// direction (m / (1 − β₁ᵗ)) / (√(s / (1 − β₂ᵗ)) + ε) (Kingma & Ba, 2015, algorithm 1).
template <class Scalar>
class Adam final : public Optimizer<Scalar> {
 public:
  Adam(Index size, const OptimizerSettings& settings)
      : mean_(Vector<Scalar>::Zero(size)),
        squares_(Vector<Scalar>::Zero(size)),
        beta1_(settings.beta1),
        beta2_(settings.beta2),
        epsilon_(static_cast<Scalar>(settings.epsilon)) {}

  void advance() override {
    // In double: as floats, the powers of β₂ = 0.999 would lose digits over thousands of steps.
    power1_ *= beta1_;
    power2_ *= beta2_;
  }
  void direction(Index begin, VectorRef<Scalar> gradient) override {
    const auto b1 = static_cast<Scalar>(beta1_), b2 = static_cast<Scalar>(beta2_);
    const auto meanScale = static_cast<Scalar>(1 / (1 - power1_));
    const auto squareScale = static_cast<Scalar>(1 / (1 - power2_));
    auto mean = mean_.segment(begin, gradient.size()).array();
    auto squares = squares_.segment(begin, gradient.size()).array();
    mean = b1 * mean + (1 - b1) * gradient.array();
    squares = b2 * squares + (1 - b2) * gradient.array().square();
    gradient.array() = (meanScale * mean) / ((squareScale * squares).sqrt() + epsilon_);
  }
  void reset() override {
    mean_.setZero();
    squares_.setZero();
    power1_ = power2_ = 1;
  }

 private:
  Vector<Scalar> mean_, squares_;
  double beta1_, beta2_, power1_ = 1, power2_ = 1;
  Scalar epsilon_;
};

template <template <class> class Kind, class Scalar>
std::unique_ptr<Optimizer<Scalar>> make(Index size, const OptimizerSettings& settings) {
  return std::make_unique<Kind<Scalar>>(size, settings);
}

template <template <class> class Kind>
OptimizerKind kind(const char* name, std::vector<const char*> settings, double networkRate,
                   std::optional<double> planeRate) {
  return {name,      std::move(settings), networkRate,
          planeRate, &make<Kind, float>,  &make<Kind, double>};
}

void requireFraction(double value, const char* name) {
  if (!(value >= 0 && value < 1)) throw Error("fraction", {{"quantity", name}, {"value", value}});
}

}  // namespace

const std::vector<OptimizerKind>& optimizerKinds() {
  static const std::vector<OptimizerKind> kinds{
      kind<Sgd>("sgd", {}, 0.2, {}),
      kind<Momentum>("momentum", {"momentum"}, 0.02, {}),
      kind<Nesterov>("nesterov", {"momentum"}, 0.02, {}),
      kind<AdaGrad>("adagrad", {"epsilon"}, 0.01, 0.5),
      kind<RmsProp>("rmsprop", {"decay", "epsilon"}, 0.001, 0.05),
      kind<Adam>("adam", {"beta1", "beta2", "epsilon"}, 0.001, 0.1),
  };
  return kinds;
}

template <class Scalar>
std::unique_ptr<Optimizer<Scalar>> makeOptimizer(std::string_view name, Index size,
                                                 const OptimizerSettings& settings) {
  if (size < 1) throw Error("noParameters");
  requireFraction(settings.momentum, "momentum");
  requireFraction(settings.decay, "decay");
  requireFraction(settings.beta1, "beta1");
  requireFraction(settings.beta2, "beta2");
  requirePositive("epsilon", settings.epsilon);
  NameList names{"optimizer", {}};
  const auto& kinds = optimizerKinds();
  for (std::size_t i = 0; i < kinds.size(); ++i) names.names[i] = kinds[i].name;
  const OptimizerKind& kind = kinds[placeOf(name, names)];
  if constexpr (std::is_same_v<Scalar, float>) {
    return kind.makeFloat(size, settings);
  } else {
    return kind.makeDouble(size, settings);
  }
}

template std::unique_ptr<Optimizer<float>> makeOptimizer(std::string_view, Index,
                                                         const OptimizerSettings&);
template std::unique_ptr<Optimizer<double>> makeOptimizer(std::string_view, Index,
                                                          const OptimizerSettings&);

}  // namespace dd
