#include "compute/sparse_batch.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

#include "compute/kernel_choice.hpp"

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

void accumulate(const std::int32_t* begins, std::int32_t first, std::int32_t last,
                const Entry<float>* entries, const float* from, const float* start,
                std::int32_t units, float* out) {
  kernels().dd_accumulate(begins, first, last, entries, from, start, units, out);
}

/// In double, gradients are checked, not trained with: the plain form will do.
void accumulate(const std::int32_t* begins, std::int32_t first, std::int32_t last,
                const Entry<double>* entries, const double* from, const double* start,
                std::int32_t units, double* out) {
  using Row = Eigen::Map<Eigen::RowVectorXd>;
  using ConstRow = Eigen::Map<const Eigen::RowVectorXd>;
  for (std::int32_t line = first; line < last; ++line) {
    Row target(out + line * units, units);
    if (start) target = ConstRow(start, units);
    for (std::int32_t k = begins[line]; k < begins[line + 1]; ++k) {
      target += entries[k].value * ConstRow(from + entries[k].row * units, units);
    }
  }
}

}  // namespace

template <class Scalar>
void SparseBatch<Scalar>::begin(Index rows, Index inputs, Index units, Index maxEntries) {
  const auto grow = [](auto& list, Index size) {
    if (list.size() < static_cast<std::size_t>(size)) list.resize(static_cast<std::size_t>(size));
  };
  grow(begins_, rows + 1);
  grow(columnBegins_, inputs + 2);
  grow(entries_, maxEntries);
  grow(columnEntries_, maxEntries);
  grow(zeros_, units);
  rows_ = static_cast<std::int32_t>(rows);
  inputs_ = static_cast<std::int32_t>(inputs);
  units_ = static_cast<std::int32_t>(units);
  listed_ = 0;
  begins_[0] = 0;
}

/// Up to so many entries in `size` numbers, a list is worthwhile.
template <class Scalar>
std::int32_t SparseBatch<Scalar>::limit(Index size) {
  return static_cast<std::int32_t>(worthwhileDensity * static_cast<double>(size));
}

template <class Scalar>
void SparseBatch<Scalar>::beginGather(Index rows, Index inputs, Index units) {
  // One entry more than a row can add: the last candidate is written before it is known to count.
  begin(rows, inputs, units, limit(rows * inputs) + inputs + 1);
}

template <class Scalar>
bool SparseBatch<Scalar>::gather(ConstMatrixRef<Scalar> x) {
  const std::int32_t max = limit(x.size());
  for (Index row = 0; row < x.rows(); ++row) {
    const Scalar* values = x.row(row).data();
    Entry<Scalar>* end = nextRow();
    const auto visit = [&](Index i) {
      // Without a branch: whether a pixel is ink cannot be predicted.
      *end = {static_cast<std::int32_t>(i), values[i]};
      end += values[i] != 0;
    };
    Index i = 0;
    for (; i + block <= inputs_; i += block) {
      if (isAllZero(values + i)) continue;
      for (Index k = i; k < i + block; ++k) visit(k);
    }
    for (; i < inputs_; ++i) visit(i);
    endRow(end);
    if (begins_[listed_] > max) return false;
  }
  return true;
}

template <class Scalar>
void SparseBatch<Scalar>::product(ConstMatrixRef<Scalar> weights, ConstMatrixRef<Scalar> biases,
                                  Eigen::Ref<Matrix<Scalar>> out) const {
  accumulate(begins_.data(), 0, rows_, entries_.data(), weights.data(), biases.data(), units_,
             out.data());
}

template <class Scalar>
void SparseBatch<Scalar>::transpose() {
  // Counting sort by column. begins[i + 1] first counts column i, then is where it begins, and
  // after the filling where it ends.
  const std::int32_t count = begins_[rows_];
  auto& begins = columnBegins_;
  std::fill_n(begins.begin(), inputs_ + 2, 0);
  for (std::int32_t k = 0; k < count; ++k) ++begins[entries_[k].row + 2];
  for (std::int32_t i = 2; i < inputs_ + 2; ++i) begins[i] += begins[i - 1];
  for (std::int32_t row = 0; row < rows_; ++row) {
    for (std::int32_t k = begins_[row]; k < begins_[row + 1]; ++k) {
      columnEntries_[begins[entries_[k].row + 1]++] = {row, entries_[k].value};
    }
  }
}

template <class Scalar>
Index SparseBatch<Scalar>::inputAt(double fraction) const {
  const auto wanted = static_cast<std::int32_t>(fraction * static_cast<double>(begins_[rows_]));
  const auto end = columnBegins_.begin() + inputs_ + 1;
  return fraction < 1 ? std::lower_bound(columnBegins_.begin(), end, wanted) - columnBegins_.begin()
                      : inputs_;
}

template <class Scalar>
void SparseBatch<Scalar>::transposedProduct(ConstMatrixRef<Scalar> delta, Index first, Index last,
                                            bool adds, Eigen::Ref<Matrix<Scalar>> out) const {
  accumulate(columnBegins_.data(), static_cast<std::int32_t>(first),
             static_cast<std::int32_t>(last), columnEntries_.data(), delta.data(),
             adds ? nullptr : zeros_.data(), units_, out.data());
}

template class SparseBatch<float>;
template class SparseBatch<double>;

}  // namespace dd
