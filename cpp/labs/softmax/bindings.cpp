#include "bindings/values.hpp"
#include "labs/softmax/softmax.hpp"

namespace dd::bindings {

EMSCRIPTEN_BINDINGS(lab_softmax) {
  using Steps = SoftmaxSteps;
  using Curves = SoftmaxCurves;
  Result<Steps>()
      .fields<&Steps::powers, &Steps::powerSum, &Steps::naive, &Steps::naiveLoss, &Steps::largest,
              &Steps::shiftedPowers, &Steps::shiftedSum, &Steps::probabilities,
              &Steps::crossEntropy, &Steps::squaredError, &Steps::crossEntropyGradient,
              &Steps::squaredErrorGradient>();
  Result<Curves>()
      .fields<&Curves::crossEntropy, &Curves::squaredError, &Curves::crossEntropySlope,
              &Curves::squaredErrorSlope>();
  functions<&softmaxSteps, &softmaxCurves>();
}

}  // namespace dd::bindings
