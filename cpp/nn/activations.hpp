#pragma once

#include <array>

#include "descent/named.hpp"
#include "descent/types.hpp"

namespace dd {

enum class Activation { relu, leakyRelu, sigmoid, tanh, identity, softmax, step };
template <>
inline constexpr NameList namesOf<Activation>{
    "activation", {"relu", "leakyRelu", "sigmoid", "tanh", "identity", "softmax", "step"}};

/// Those of hidden layers, in the order of forms.
inline constexpr std::array hiddenActivations{Activation::relu, Activation::leakyRelu,
                                              Activation::sigmoid, Activation::tanh,
                                              Activation::identity};

/// Slope of the leaky ReLU below zero (Maas et al., 2013).
inline constexpr double leakySlope = 0.01;

/// False for the step function of the perceptron, whose derivative is zero wherever it exists.
bool isDifferentiable(Activation activation);

/// A = f(Z), in place. Softmax works on each row, shifted by its largest score so that it cannot
/// overflow; the step is 1 where z > 0, else 0 (Nielsen, ch. 1).
template <class Scalar>
void activate(Activation activation, Eigen::Ref<Matrix<Scalar>> scores);

/// Takes ∂J/∂A in `delta` to ∂J/∂Z, in place, given A = f(Z). Every derivative here can be
/// written in terms of A, so Z need not be kept:
/// sigmoid a(1−a), tanh 1−a², ReLU [a > 0], softmax aᵢ(δᵢ − Σₖ δₖaₖ).
/// Throws Error for the step function.
template <class Scalar>
void multiplyByDerivative(Activation activation, ConstMatrixRef<Scalar> activations,
                          Eigen::Ref<Matrix<Scalar>> delta);

}  // namespace dd
