#include "nn/sparse_batch.hpp"

#include <array>
#include <cstdint>
#include <cstring>

namespace dd {
namespace {

/// Paper comes in long runs, which are passed over so many inputs at a time.
constexpr Index block = 8;

/// By their bits, which takes a fraction of the time of comparing numbers; −0 counts as ink.
template <class Scalar>
bool isAllZero(const Scalar* values) {
  std::array<std::uint64_t, block * sizeof(Scalar) / sizeof(std::uint64_t)> words;
  std::memcpy(words.data(), values, sizeof(words));
  std::uint64_t any = 0;
  for (const std::uint64_t word : words) any |= word;
  return any == 0;
}

}  // namespace

template <class Scalar>
bool SparseBatch<Scalar>::gather(ConstMatrixRef<Scalar> x) {
  rows_ = x.rows();
  inputs_ = x.cols();
  const auto limit = static_cast<Index>(worthwhileDensity * static_cast<double>(x.size()));
  // One entry more than a row can add: the last candidate is written before it is judged.
  const auto room = static_cast<std::size_t>(limit + inputs_ + 1);
  if (byRow_.indices.size() < room) {
    byRow_.indices.resize(room);
    byRow_.values.resize(room);
  }
  byRow_.begins.resize(static_cast<std::size_t>(rows_) + 1);
  Index count = 0;
  for (Index row = 0; row < rows_; ++row) {
    byRow_.begins[static_cast<std::size_t>(row)] = count;
    if (count > limit) return false;
    const Scalar* values = x.row(row).data();
    const auto visit = [&](Index i) {
      // Without a branch: whether a pixel is ink cannot be predicted.
      byRow_.indices[static_cast<std::size_t>(count)] = static_cast<std::int32_t>(i);
      byRow_.values[static_cast<std::size_t>(count)] = values[i];
      count += values[i] != 0;
    };
    Index i = 0;
    for (; i + block <= inputs_; i += block) {
      if (isAllZero(values + i)) continue;
      for (Index k = i; k < i + block; ++k) visit(k);
    }
    for (; i < inputs_; ++i) visit(i);
  }
  byRow_.begins[static_cast<std::size_t>(rows_)] = count;
  return count <= limit;
}

/// out.row(line) += Σ valueₖ · from.row(indexₖ), eight terms at a time: each pass over the line of
/// `out` then loads and stores it once for eight multiplications.
template <class Scalar>
void SparseBatch<Scalar>::accumulate(const Lines& lines, std::size_t line,
                                     ConstMatrixRef<Scalar> from, Eigen::Ref<Matrix<Scalar>> out) {
  auto target = out.row(static_cast<Index>(line));
  const auto end = static_cast<std::size_t>(lines.begins[line + 1]);
  auto k = static_cast<std::size_t>(lines.begins[line]);
  const auto term = [&](std::size_t entry) {
    return lines.values[entry] * from.row(lines.indices[entry]);
  };
  for (; k + 8 <= end; k += 8) {
    target.noalias() += ((term(k) + term(k + 1)) + (term(k + 2) + term(k + 3))) +
                        ((term(k + 4) + term(k + 5)) + (term(k + 6) + term(k + 7)));
  }
  for (; k < end; ++k) target.noalias() += term(k);
}

template <class Scalar>
void SparseBatch<Scalar>::product(ConstMatrixRef<Scalar> weights, ConstMatrixRef<Scalar> biases,
                                  Eigen::Ref<Matrix<Scalar>> out) const {
  for (Index row = 0; row < rows_; ++row) {
    out.row(row) = biases.row(0);
    accumulate(byRow_, static_cast<std::size_t>(row), weights, out);
  }
}

template <class Scalar>
void SparseBatch<Scalar>::transpose() {
  const auto count = static_cast<std::size_t>(byRow_.begins[static_cast<std::size_t>(rows_)]);
  if (byColumn_.indices.size() < count) {
    byColumn_.indices.resize(count);
    byColumn_.values.resize(count);
  }
  // Counting sort by column. begins[i + 1] first counts column i, then is where it begins, and
  // after the filling where it ends.
  auto& begins = byColumn_.begins;
  begins.assign(static_cast<std::size_t>(inputs_) + 2, 0);
  for (std::size_t k = 0; k < count; ++k) {
    ++begins[static_cast<std::size_t>(byRow_.indices[k]) + 2];
  }
  for (std::size_t i = 2; i < begins.size(); ++i) begins[i] += begins[i - 1];
  for (Index row = 0; row < rows_; ++row) {
    const auto end = static_cast<std::size_t>(byRow_.begins[static_cast<std::size_t>(row) + 1]);
    for (auto k = static_cast<std::size_t>(byRow_.begins[static_cast<std::size_t>(row)]); k < end;
         ++k) {
      const auto at =
          static_cast<std::size_t>(begins[static_cast<std::size_t>(byRow_.indices[k]) + 1]++);
      byColumn_.indices[at] = static_cast<std::int32_t>(row);
      byColumn_.values[at] = byRow_.values[k];
    }
  }
}

template <class Scalar>
void SparseBatch<Scalar>::transposedProduct(ConstMatrixRef<Scalar> delta,
                                            Eigen::Ref<Matrix<Scalar>> out) {
  transpose();
  out.setZero();
  for (Index i = 0; i < inputs_; ++i) {
    accumulate(byColumn_, static_cast<std::size_t>(i), delta, out);
  }
}

template class SparseBatch<float>;
template class SparseBatch<double>;

}  // namespace dd
