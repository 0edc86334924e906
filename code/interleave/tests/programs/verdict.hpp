// SPDX-License-Identifier: MIT
#pragma once

#include <gtest/gtest.h>

#include <functional>
#include <string>

#include "interleave/interleave.hpp"

/// Lets the compiler think that others see the object.
template <typename T>
void keep(const T& value) {
  asm volatile("" : : "r"(&value) : "memory");
}

/// The body passes, and everything was explored.
inline interleave::Result expect_passes(
    const std::function<void()>& body,
    const interleave::Options& options = {}) {
  interleave::Options counting = options;
  counting.count_duplicates = true;
  interleave::Result result = interleave::explore(body, counting);
  EXPECT_TRUE(result.ok()) << result;
  EXPECT_TRUE(result.exhaustive()) << result.not_exhaustive();
  EXPECT_EQ(result.duplicates(), 0U);
  return result;
}

/// The body fails in this way, and its sentence has this part.
inline interleave::Result expect_fails(
    const std::function<void()>& body, interleave::FailureKind kind,
    const std::string& part = "", const interleave::Options& options = {}) {
  interleave::Result result = interleave::explore(body, options);
  if (result.ok()) {
    ADD_FAILURE() << "it passes: " << result;
    return result;
  }
  EXPECT_EQ(to_string(result.failure()->kind), to_string(kind)) << result;
  EXPECT_NE(result.failure()->sentence.find(part), std::string::npos) << result;
  return result;
}
