#pragma once

#include <memory>

#include "nn/network.hpp"
#include "nn/samples.hpp"

namespace dd {

/// The temperature T for which softmax(z / T) has the least mean cross-entropy on these samples,
/// z being the output scores of the network: 1 where it is as sure of itself as it should be, more
/// where it is too sure (C. Guo, G. Pleiss, Y. Sun, K. Weinberger: "On Calibration of Modern Neural
/// Networks", 2017). Searched between ¼ and 4. Throws std::invalid_argument unless the network ends
/// in a softmax and the samples fit it.
double fitTemperature(Network<float>& network, ConstVectorRef<float> theta, Samples& samples);

/// Divides the output scores by T for good: the weights and biases of the last layer are.
void applyTemperature(const Network<float>& network, VectorRef<float> theta, double temperature);

}  // namespace dd
