// SPDX-License-Identifier: MIT
#include "comparison.hpp"

#include <gtest/gtest.h>

#include <map>
#include <string>

#include "interleave/interleave.hpp"
#include "interpreter.hpp"
#include "reference/enumerator.hpp"
#include "reference/notation.hpp"

namespace {

void expect_race(const interleave::Result& found) {
  const auto& failure = found.failure();
  EXPECT_TRUE(failure && failure->kind == interleave::FailureKind::race)
      << "a race is expected: " << found;
}

void expect_equal(const interleave::Result& found,
                  const reference::behaviours& expected) {
  EXPECT_TRUE(found.ok()) << found;
  EXPECT_TRUE(found.exhaustive()) << found.not_exhaustive();
  EXPECT_EQ(found.executions(), expected.executions);
  EXPECT_EQ(found.duplicates(), 0U);
  const std::map<std::string, std::uint64_t> outcomes{expected.outcomes.begin(),
                                                      expected.outcomes.end()};
  EXPECT_EQ(found.outcomes(), outcomes);
}

}  // namespace

std::uint64_t expect_agreement(const reference::program& whole) {
  const testing::ScopedTrace trace{__FILE__, __LINE__, to_text(whole)};
  const reference::behaviours expected = reference::enumerate(whole);
  interleave::Options options;
  options.count_duplicates = true;
  const interleave::Result found = interleave::explore(
      [&whole] { interleave::observe(interpret(whole)); }, options);
  if (expected.racy) {
    expect_race(found);
  } else {
    expect_equal(found, expected);
  }
  return found.executions();
}
