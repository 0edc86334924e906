// SPDX-License-Identifier: MIT
//
// Random programs, the same on every run: the checker against the reference.
#include <gtest/gtest.h>

#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <string>

#include "comparison.hpp"
#include "random_program.hpp"
#include "reference/notation.hpp"

namespace {

constexpr std::uint64_t batches = 20;
constexpr std::uint64_t batch_size = 50;

/// INTERLEAVE_FIRST_SEED=100000 runs other programs than those of every day.
std::uint64_t first_seed() {
  const char* const text = std::getenv("INTERLEAVE_FIRST_SEED");
  return text == nullptr ? 0 : std::stoull(text);
}

class Differential : public testing::TestWithParam<std::uint64_t> {
 protected:
  static void TearDownTestSuite() {
    std::cout << programs << " programs, " << executions << " executions\n";
  }

  static void compare(std::uint64_t seed) {
    const testing::ScopedTrace trace{__FILE__, __LINE__,
                                     "seed " + std::to_string(seed)};
    executions += expect_agreement(random_program(seed));
    ++programs;
  }

 private:
  static inline std::uint64_t programs = 0;
  static inline std::uint64_t executions = 0;
};

TEST_P(Differential, AgreesWithTheReference) {
  for (std::uint64_t i = 0; i < batch_size; ++i) {
    compare(first_seed() + GetParam() * batch_size + i);
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, Differential,
                         testing::Range<std::uint64_t>(0, batches));

/// For a program at hand: INTERLEAVE_PROGRAM="x=1.rel||r0=x.acq".
TEST(DifferentialOf, GivenProgram) {
  const char* const text = std::getenv("INTERLEAVE_PROGRAM");
  if (text == nullptr) {
    GTEST_SKIP() << "INTERLEAVE_PROGRAM is not set";
  }
  expect_agreement(reference::parse_program(text));
}

}  // namespace
