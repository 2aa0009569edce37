#pragma once

#include "compute/thread_pool.hpp"
#include "nn/losses.hpp"

namespace dd {

// The formulas of backpropagation (Nielsen, ch. 2), one function each. The book's sample is a
// column; here it is a row of a batch, so a product is the book's transposed, and w of a layer is
// (units below × units). J, the book's C, is the mean loss over the batch. Any rows of a batch will
// do, so that several threads can share one.

/// z = a·w + b, a being that of the layer below, (rows × units below); b (1 × units).
template <class Scalar>
void weightedInputs(ConstMatrixRef<Scalar> a, ConstMatrixRef<Scalar> w, ConstMatrixRef<Scalar> b,
                    MatrixRef<Scalar> z);

/// BP1: δᴸ = ∂J/∂a ⊙ f′(z) of the output layer, `batch` being the number of all rows. For both
/// cross-entropies it is (a − y)/m: the derivative of the activation cancels (Nielsen, ch. 3).
template <class Scalar>
void outputDelta(Loss loss, Activation output, ConstMatrixRef<Scalar> a, ConstMatrixRef<Scalar> y,
                 Index batch, MatrixRef<Scalar> delta);

/// BP2: δˡ = (δˡ⁺¹·(wˡ⁺¹)ᵀ) ⊙ f′(zˡ), from the layer above; f′ is found from aˡ.
template <class Scalar>
void hiddenDelta(ConstMatrixRef<Scalar> deltaAbove, ConstMatrixRef<Scalar> wAbove,
                 Activation activation, ConstMatrixRef<Scalar> a, MatrixRef<Scalar> delta);

/// BP3: ∂J/∂b = Σ δ over all rows of the batch.
template <class Scalar>
void nablaB(ConstMatrixRef<Scalar> delta, MatrixRef<Scalar> out);

/// BP4: ∂J/∂w = aᵀ·δ over all rows of the batch, a being that of the layer below. Writes the rows
/// `units` of it, those of some of the units below.
template <class Scalar>
void nablaW(ConstMatrixRef<Scalar> a, ConstMatrixRef<Scalar> delta, Range units,
            MatrixRef<Scalar> out);

}  // namespace dd
