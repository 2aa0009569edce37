#include "labs/matrices/matrices.hpp"

#include <string>

#include "descent/error.hpp"

namespace dd {
namespace {

std::string shapeText(const Matrix<double>& matrix) {
  return std::to_string(matrix.rows()) + "×" + std::to_string(matrix.cols());
}

void requireFinite(const Matrix<double>& matrix) { dd::requireFinite("entry", matrix.allFinite()); }

void requireFit(MatrixProduct product, const Matrix<double>& left, const Matrix<double>& right) {
  if (shapesFit(product, left.rows(), left.cols(), right.rows(), right.cols())) return;
  throw Error(product == MatrixProduct::dot ? "noDotProduct" : "noHadamardProduct",
              {{"left", shapeText(left)}, {"right", shapeText(right)}});
}

}  // namespace

bool shapesFit(MatrixProduct product, Index leftRows, Index leftColumns, Index rightRows,
               Index rightColumns) {
  if (product == MatrixProduct::dot) return leftColumns == rightRows;
  return leftRows == rightRows && leftColumns == rightColumns;
}

Matrix<double> multiply(MatrixProduct product, const Matrix<double>& left,
                        const Matrix<double>& right) {
  requireFit(product, left, right);
  requireFinite(left);
  requireFinite(right);
  if (product == MatrixProduct::dot) return left * right;
  return left.cwiseProduct(right);
}

CellSum cellSum(MatrixProduct product, const Matrix<double>& left, const Matrix<double>& right,
                Index row, Index column) {
  requireFit(product, left, right);
  requireFinite(left);
  requireFinite(right);
  if (row < 0 || row >= left.rows() || column < 0 || column >= right.cols()) {
    throw Error("noCell", {{"row", row + 1}, {"column", column + 1}});
  }
  CellSum sum;
  if (product == MatrixProduct::dot) {
    sum.left = left.row(row);
    sum.right = right.col(column);
  } else {
    sum.left = left.block(row, column, 1, 1);
    sum.right = right.block(row, column, 1, 1);
  }
  sum.terms = sum.left.cwiseProduct(sum.right);
  sum.partials = sum.terms;
  for (Index k = 1; k < sum.partials.size(); ++k) sum.partials[k] += sum.partials[k - 1];
  return sum;
}

LayerSum layerSum(const Matrix<double>& samples, const Matrix<double>& weights,
                  const Vector<double>& bias, LayerLayout layout, Index sample) {
  requireFit(MatrixProduct::dot, samples, weights);
  requireSize("biases", bias.size(), weights.cols());
  if (layout == LayerLayout::vector && (sample < 0 || sample >= samples.rows())) {
    throw Error("noSuchItem", {{"quantity", "sample"}, {"index", sample + 1}});
  }
  LayerSum sum;
  if (layout == LayerLayout::rows) {
    sum.left = samples;
    sum.right = weights;
    sum.bias = bias.transpose().replicate(samples.rows(), 1);
  } else {
    sum.left = weights.transpose();
    if (layout == LayerLayout::columns) {
      sum.right = samples.transpose();
    } else {
      sum.right = samples.row(sample).transpose();
    }
    sum.bias = bias.replicate(1, sum.right.cols());
  }
  requireFinite(sum.bias);
  sum.scores = multiply(MatrixProduct::dot, sum.left, sum.right) + sum.bias;
  return sum;
}

}  // namespace dd
