#pragma once

#include <gtest/gtest.h>

#include <initializer_list>
#include <string>
#include <string_view>

#include "descent/error.hpp"
#include "descent/types.hpp"

namespace dd {

/// Numbers as a vector.
inline Vector<double> vector(std::initializer_list<double> numbers) {
  return Eigen::Map<const Vector<double>>(numbers.begin(), static_cast<Index>(numbers.size()));
}

/// Whether `call` throws an Error whose description() is `text`, or begins so where that ends in
/// "…".
template <class Call>
testing::AssertionResult throwsError(std::string_view text, Call&& call) {
  try {
    call();
  } catch (const Error& error) {
    const std::string found = description(error);
    const std::string_view begin = text.substr(0, text.find("…"));
    if (found == text || (begin != text && found.starts_with(begin)))
      return testing::AssertionSuccess();
    return testing::AssertionFailure() << "found " << found << ", expected " << text;
  }
  return testing::AssertionFailure() << "nothing was thrown, expected " << text;
}
#define EXPECT_ERROR(text, ...) EXPECT_TRUE(throwsError(text, [&] { __VA_ARGS__; }))

}  // namespace dd
