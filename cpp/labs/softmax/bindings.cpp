#include "bindings/values.hpp"
#include "labs/softmax/softmax.hpp"

namespace dd::bindings {

EMSCRIPTEN_BINDINGS(lab_softmax) {
  DD_RESULT(SoftmaxSteps, powers, powerSum, naive, naiveLoss, largest, shiftedPowers, shiftedSum,
            probabilities, crossEntropy, squaredError, crossEntropyGradient, squaredErrorGradient);
  DD_RESULT(SoftmaxCurves, crossEntropy, squaredError, crossEntropySlope, squaredErrorSlope);
  functions<&softmaxSteps, &softmaxCurves>();
}

}  // namespace dd::bindings
