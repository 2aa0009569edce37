#pragma once

#include "nn/network.hpp"
#include "nn/samples.hpp"

namespace dd {

/// The temperature T for which softmax(z / T) has the least mean cross-entropy on these samples,
/// z being the output scores of the network: 1 where it is as sure of itself as it should be, more
/// where it is too sure (C. Guo, G. Pleiss, Y. Sun, K. Weinberger: "On Calibration of Modern Neural
/// Networks", 2017). Searched between ¼ and 4. Throws Error unless the network ends
/// in a softmax and the samples fit it.
double fitTemperature(Network<float>& network, ConstVectorRef<float> theta, Samples& samples);

/// Divides the output scores by T for good: the weights and biases of the last layer are.
void applyTemperature(const Network<float>& network, VectorRef<float> theta, double temperature);

/// Adapts a network that was trained where a share `before` of the samples was of one class to
/// where a share `after` is, both in (0, 1): the odds of that class are multiplied by the ratio of
/// its prior odds (M. Saerens, P. Latinne, C. Decaestecker: "Adjusting the Outputs of a Classifier
/// to New a Priori Probabilities", 2002, with the other classes keeping their proportions). Throws
/// Error for a share or a class out of range.
void applyPrior(const Network<float>& network, VectorRef<float> theta, Index outputClass,
                double before, double after);

}  // namespace dd
