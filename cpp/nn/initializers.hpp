#pragma once

#include "descent/named.hpp"
#include "descent/random.hpp"
#include "nn/network.hpp"

namespace dd {

enum class Initializer {
  he,      ///< weights N(0, 2 / fan-in), biases 0 (He et al., 2015; also known as MSRA)
  xavier,  ///< weights uniform in ±√(6 / (fan-in + units)), biases 0 (Glorot & Bengio, 2010)
  normal,  ///< weights and biases N(0, 1) (Nielsen, ch. 1)
  zero,    ///< all zero: the units of a layer stay alike for ever
};
template <>
inline constexpr NameList namesOf<Initializer>{"initializer", {"he", "xavier", "normal", "zero"}};

/// Fills θ, layer after layer, from the caller's generator. θ has network.parameterCount()
/// components.
template <class Scalar>
void initialize(const Network<Scalar>& network, Initializer initializer, Random& random,
                VectorRef<Scalar> theta) {
  theta.setZero();
  if (initializer == Initializer::zero) return;
  for (std::size_t layer = 0; layer < network.architecture().layers.size(); ++layer) {
    auto w = network.weights(theta, layer);
    const auto fanIn = static_cast<double>(w.rows());
    const double limit = std::sqrt(6 / (fanIn + static_cast<double>(w.cols())));
    const double deviation = initializer == Initializer::he ? std::sqrt(2 / fanIn) : 1;
    for (Index i = 0; i < w.size(); ++i) {
      w.data()[i] =
          static_cast<Scalar>(initializer == Initializer::xavier ? random.uniform(-limit, limit)
                                                                 : deviation * random.normal());
    }
    if (initializer != Initializer::normal) continue;
    auto b = network.biases(theta, layer);
    for (Index i = 0; i < b.size(); ++i) b.data()[i] = static_cast<Scalar>(random.normal());
  }
}

}  // namespace dd
