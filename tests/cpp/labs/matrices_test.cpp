#include "labs/matrices/matrices.hpp"

#include <cmath>

#include "expect.hpp"

namespace dd {
namespace {

Matrix<double> matrix(Index rows, Index columns, std::initializer_list<double> entries) {
  return Eigen::Map<const Matrix<double>>(entries.begin(), rows, columns);
}

TEST(MatrixProducts, DotAndHadamard) {
  const Matrix<double> a = matrix(2, 2, {1, 2, 3, 4}), b = matrix(2, 2, {5, 6, 7, 8});
  EXPECT_EQ(multiply(MatrixProduct::dot, a, b), matrix(2, 2, {19, 22, 43, 50}));
  EXPECT_EQ(multiply(MatrixProduct::hadamard, a, b), matrix(2, 2, {5, 12, 21, 32}));
  const Matrix<double> row = matrix(1, 3, {1, 2, 3});
  EXPECT_EQ(multiply(MatrixProduct::hadamard, row, row), matrix(1, 3, {1, 4, 9}));
  EXPECT_EQ(multiply(MatrixProduct::dot, row, row.transpose()), matrix(1, 1, {14}));
}

TEST(MatrixProducts, ACellIsTheSumOfItsTerms) {
  const Matrix<double> a = matrix(2, 3, {1, 2, 3, 4, 5, 6}),
                       b = matrix(3, 2, {7, 8, 9, 10, 11, 12});
  const CellSum sum = cellSum(MatrixProduct::dot, a, b, 1, 0);
  EXPECT_EQ(sum.left, vector({4, 5, 6}));
  EXPECT_EQ(sum.right, vector({7, 9, 11}));
  EXPECT_EQ(sum.partials, vector({28, 73, 139}));
  EXPECT_EQ(multiply(MatrixProduct::dot, a, b)(1, 0), 139);
  EXPECT_EQ(cellSum(MatrixProduct::hadamard, a, a, 1, 2).partials,
            Vector<double>::Constant(1, 36.0));
}

TEST(MatrixProducts, ShapesThatDoNotFitAreNamed) {
  const Matrix<double> a = Matrix<double>::Ones(2, 3), b = Matrix<double>::Ones(2, 2);
  EXPECT_FALSE(shapesFit(MatrixProduct::dot, 2, 3, 2, 2));
  EXPECT_TRUE(shapesFit(MatrixProduct::dot, 2, 2, 2, 3));
  EXPECT_FALSE(shapesFit(MatrixProduct::hadamard, 2, 2, 2, 3));
  EXPECT_ERROR("noDotProduct left=2×3 right=2×2", multiply(MatrixProduct::dot, a, b));
  EXPECT_ERROR("noHadamardProduct left=2×3 right=2×2", multiply(MatrixProduct::hadamard, a, b));
  EXPECT_ERROR("noCell row=3 column=1", cellSum(MatrixProduct::dot, b, a, 2, 0));
  EXPECT_ERROR("notFinite quantity=entry", multiply(MatrixProduct::dot, b, matrix(2, 1, {1, NAN})));
}

TEST(LayerSum, TheThreeLayoutsAreTheSameNumbers) {
  const Matrix<double> samples = matrix(3, 2, {1, 2, -1, 0.5, 3, 4});
  const Matrix<double> weights = matrix(2, 2, {2, -1, 1, 3});
  const Vector<double> bias = vector({0.5, -2});
  const LayerSum rows = layerSum(samples, weights, bias, LayerLayout::rows, 0);
  EXPECT_EQ(rows.scores, matrix(3, 2, {4.5, 3, -1, 0.5, 10.5, 7}));
  EXPECT_EQ(rows.bias.rows(), 3);
  const LayerSum columns = layerSum(samples, weights, bias, LayerLayout::columns, 0);
  EXPECT_EQ(columns.scores, rows.scores.transpose());
  EXPECT_EQ(columns.left, weights.transpose());
  for (Index sample = 0; sample < 3; ++sample) {
    const LayerSum one = layerSum(samples, weights, bias, LayerLayout::vector, sample);
    EXPECT_EQ(one.scores, rows.scores.row(sample).transpose());
    EXPECT_EQ(one.bias, bias);
  }
}

TEST(LayerSum, RefusesWhatDoesNotFit) {
  const Matrix<double> samples = Matrix<double>::Ones(3, 2), weights = Matrix<double>::Ones(2, 2);
  const Vector<double> bias = Vector<double>::Ones(2);
  EXPECT_ERROR("noDotProduct left=3×2 right=3×2",
               layerSum(samples, Matrix<double>::Ones(3, 2), bias, LayerLayout::rows, 0));
  EXPECT_ERROR("size quantity=biases actual=3 expected=2",
               layerSum(samples, weights, Vector<double>::Ones(3), LayerLayout::rows, 0));
  EXPECT_ERROR("noSuchItem quantity=sample index=4",
               layerSum(samples, weights, bias, LayerLayout::vector, 3));
  EXPECT_ERROR(
      "notFinite quantity=entry",
      layerSum(samples, weights, Vector<double>::Constant(2, INFINITY), LayerLayout::rows, 0));
}

}  // namespace
}  // namespace dd
