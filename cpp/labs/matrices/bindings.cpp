#include <stdexcept>

#include "bindings/convert.hpp"
#include "labs/matrices/matrices.hpp"

namespace dd::bindings {
namespace {

constexpr std::int64_t mostSide = 100;

Matrix<double> matrixIn(const val& object, const char* what) {
  const std::int64_t rows = readInteger(object, "rows"), columns = readInteger(object, "columns");
  const std::vector<double> values = readDoubles(object["values"], what);
  if (rows < 1 || rows > mostSide || columns < 1 || columns > mostSide ||
      values.size() != static_cast<std::size_t>(rows * columns)) {
    throw std::invalid_argument(std::string(what) + " must have rows × columns numbers.");
  }
  return Eigen::Map<const Matrix<double>>(values.data(), rows, columns);
}

val matrixOut(const Matrix<double>& matrix) {
  val object = val::object();
  object.set("rows", static_cast<int>(matrix.rows()));
  object.set("columns", static_cast<int>(matrix.cols()));
  object.set("values", doubles(matrix.data(), static_cast<std::size_t>(matrix.size())));
  return object;
}

bool fit(const std::string& product, int leftRows, int leftColumns, int rightRows,
         int rightColumns) {
  return guarded([&] {
    return shapesFit(matrixProductFromName(product), leftRows, leftColumns, rightRows,
                     rightColumns);
  });
}

val product(const std::string& name, const val& left, const val& right) {
  return guarded([&] {
    return matrixOut(multiply(matrixProductFromName(name), matrixIn(left, "The left matrix"),
                              matrixIn(right, "The right matrix")));
  });
}

val cell(const std::string& name, const val& left, const val& right, int row, int column) {
  return guarded([&] {
    const CellSum sum = cellSum(matrixProductFromName(name), matrixIn(left, "The left matrix"),
                                matrixIn(right, "The right matrix"), row, column);
    val object = val::object();
    object.set("left", doubles(sum.left));
    object.set("right", doubles(sum.right));
    object.set("terms", doubles(sum.terms));
    object.set("partials", doubles(sum.partials));
    return object;
  });
}

val layer(const val& samples, const val& weights, const val& bias, const std::string& layout,
          int sample) {
  return guarded([&] {
    const std::vector<double> biases = readDoubles(bias, "The bias");
    const LayerSum sum =
        layerSum(matrixIn(samples, "The samples"), matrixIn(weights, "The weights"),
                 Eigen::Map<const Vector<double>>(biases.data(), static_cast<Index>(biases.size())),
                 layerLayoutFromName(layout), sample);
    val object = val::object();
    object.set("left", matrixOut(sum.left));
    object.set("right", matrixOut(sum.right));
    object.set("bias", matrixOut(sum.bias));
    object.set("scores", matrixOut(sum.scores));
    return object;
  });
}

}  // namespace

EMSCRIPTEN_BINDINGS(lab_matrices) {
  emscripten::function("matrixShapesFit", &fit);
  emscripten::function("matrixProduct", &product);
  emscripten::function("matrixCell", &cell);
  emscripten::function("layerScores", &layer);
}

}  // namespace dd::bindings
