#include "nn/backprop.hpp"

#include "compute/multiply.hpp"

namespace dd {

template <class Scalar>
void weightedInputs(ConstMatrixRef<Scalar> a, ConstMatrixRef<Scalar> w, ConstMatrixRef<Scalar> b,
                    MatrixRef<Scalar> z) {
  multiply(a, w, z);
  z.rowwise() += b.row(0);
}

template <class Scalar>
void outputDelta(Loss loss, Activation output, ConstMatrixRef<Scalar> a, ConstMatrixRef<Scalar> y,
                 Index batch, MatrixRef<Scalar> delta) {
  delta = (a - y) / static_cast<Scalar>(batch);
  if (loss == Loss::quadratic) multiplyByDerivative<Scalar>(output, a, delta);
}

template <class Scalar>
void hiddenDelta(ConstMatrixRef<Scalar> deltaAbove, ConstMatrixRef<Scalar> wAbove,
                 Activation activation, ConstMatrixRef<Scalar> a, MatrixRef<Scalar> delta) {
  multiply(deltaAbove, wAbove.transpose(), delta);
  multiplyByDerivative<Scalar>(activation, a, delta);
}

template <class Scalar>
void nablaB(ConstMatrixRef<Scalar> delta, MatrixRef<Scalar> out) {
  out = delta.colwise().sum();
}

template <class Scalar>
void nablaW(ConstMatrixRef<Scalar> a, ConstMatrixRef<Scalar> delta, Range units,
            MatrixRef<Scalar> out) {
  multiply(a.middleCols(units.begin, units.size).transpose(), delta,
           out.middleRows(units.begin, units.size));
}

#define DD_INSTANTIATE(Scalar)                                                                  \
  template void weightedInputs<Scalar>(ConstMatrixRef<Scalar>, ConstMatrixRef<Scalar>,          \
                                       ConstMatrixRef<Scalar>, MatrixRef<Scalar>);              \
  template void outputDelta<Scalar>(Loss, Activation, ConstMatrixRef<Scalar>,                   \
                                    ConstMatrixRef<Scalar>, Index, MatrixRef<Scalar>);          \
  template void hiddenDelta<Scalar>(ConstMatrixRef<Scalar>, ConstMatrixRef<Scalar>, Activation, \
                                    ConstMatrixRef<Scalar>, MatrixRef<Scalar>);                 \
  template void nablaB<Scalar>(ConstMatrixRef<Scalar>, MatrixRef<Scalar>);                      \
  template void nablaW<Scalar>(ConstMatrixRef<Scalar>, ConstMatrixRef<Scalar>, Range,           \
                               MatrixRef<Scalar>);
DD_INSTANTIATE(float)
DD_INSTANTIATE(double)
#undef DD_INSTANTIATE

}  // namespace dd
