#pragma once

#include "descent/named.hpp"
#include "descent/types.hpp"

namespace dd {

enum class MatrixProduct { dot, hadamard };
template <>
inline constexpr NameList namesOf<MatrixProduct>{"product", {"dot", "hadamard"}};

/// Whether the product of two shapes exists.
bool shapesFit(MatrixProduct product, Index leftRows, Index leftColumns, Index rightRows,
               Index rightColumns);

/// Throws Error, naming the shapes, where they do not fit, and for an entry that is
/// not a finite number.
Matrix<double> multiply(MatrixProduct product, const Matrix<double>& left,
                        const Matrix<double>& right);

/// How one cell of a product comes about: Σₖ left[k]·right[k]. A Hadamard product has one term.
struct CellSum {
  Vector<double> left, right;
  Vector<double> terms;     ///< left[k]·right[k]
  Vector<double> partials;  ///< the sum up to and with term k
};

/// Throws as multiply does, and for a cell outside the result.
CellSum cellSum(MatrixProduct product, const Matrix<double>& left, const Matrix<double>& right,
                Index row, Index column);

/// How a layer is written down.
enum class LayerLayout {
  rows,     ///< samples are rows: Z = X·W + B, X (samples × inputs), W (inputs × neurons)
  columns,  ///< samples are columns: Z = W·X + B, W (neurons × inputs), X (inputs × samples)
  vector,   ///< one sample: z = W·x + b, x (inputs × 1)
};
template <>
inline constexpr NameList namesOf<LayerLayout>{"layout", {"rows", "columns", "vector"}};

/// The three layouts hold the same numbers, transposed.
struct LayerSum {
  Matrix<double> left, right;  ///< the factors in this layout's order
  Matrix<double> bias;         ///< as it is added: the same for every sample
  Matrix<double> scores;       ///< Z
};

/// `samples`: a sample a row (samples × inputs); `weights`: inputs × neurons; `bias`: one number a
/// neuron; `sample`: the one that LayerLayout::vector takes. Throws Error where the
/// shapes do not fit, for an entry that is not finite, and for a sample that is not there.
LayerSum layerSum(const Matrix<double>& samples, const Matrix<double>& weights,
                  const Vector<double>& bias, LayerLayout layout, Index sample);

}  // namespace dd
