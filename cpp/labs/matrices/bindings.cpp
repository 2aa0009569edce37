#include "bindings/values.hpp"
#include "descent/error.hpp"
#include "labs/matrices/matrices.hpp"

namespace dd::bindings {
namespace {

constexpr Index maxSide = 100;

struct MatrixIn {
  Index rows, columns;
  std::vector<double> values;

  Matrix<double> named(const char* what) const {
    if (rows < 1 || rows > maxSide || columns < 1 || columns > maxSide ||
        values.size() != static_cast<std::size_t>(rows * columns)) {
      throw Error("matrix", {{"field", what}});
    }
    return Eigen::Map<const Matrix<double>>(values.data(), rows, columns);
  }
};

struct MatrixOut {
  Matrix<double> values;
  Index rows = values.rows(), columns = values.cols();
};

MatrixOut matrixProduct(MatrixProduct product, const MatrixIn& left, const MatrixIn& right) {
  return {multiply(product, left.named("leftMatrix"), right.named("rightMatrix"))};
}

CellSum matrixCell(MatrixProduct product, const MatrixIn& left, const MatrixIn& right, int row,
                   int column) {
  return cellSum(product, left.named("leftMatrix"), right.named("rightMatrix"), row, column);
}

LayerSum layerScores(const MatrixIn& samples, const MatrixIn& weights, const Vector<double>& bias,
                     LayerLayout layout, int sample) {
  return layerSum(samples.named("samples"), weights.named("weights"), bias, layout, sample);
}

template <Matrix<double> LayerSum::*matrix>
MatrixOut matrixOf(const LayerSum& sum) {
  return {sum.*matrix};
}

}  // namespace

EMSCRIPTEN_BINDINGS(lab_matrices) {
  DD_OPTIONS(MatrixIn, rows, columns, values);
  DD_RESULT(MatrixOut, rows, columns, values);
  DD_RESULT(CellSum, left, right, terms, partials);
  Result<LayerSum>()
      .field<&matrixOf<&LayerSum::left>>("left")
      .field<&matrixOf<&LayerSum::right>>("right")
      .field<&matrixOf<&LayerSum::bias>>("bias")
      .field<&matrixOf<&LayerSum::scores>>("scores");
  functions<&matrixProduct, &matrixCell, &layerScores>();
  emscripten::function("matrixShapesFit", bound<&shapesFit>);
}

}  // namespace dd::bindings
