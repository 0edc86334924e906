// SPDX-License-Identifier: MIT
//
// The checker against the corpus: for each program the verdict, the number of
// executions, and each outcome as often as the axioms allow it.
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <iostream>
#include <map>
#include <ostream>

#include "corpus_param.hpp"
#include "interleave/interleave.hpp"
#include "litmus_table.hpp"
#include "reference/enumerator.hpp"
#include "reference/notation.hpp"

namespace corpus {

std::ostream& operator<<(std::ostream& out, const litmus& which) {
  return out << which.expected;
}

namespace {

struct totals {
  std::uint64_t programs = 0;
  std::uint64_t executions = 0;
  std::uint64_t allowed = 0;
  std::uint64_t races = 0;
  std::chrono::duration<double> time{};
};

class Litmus : public testing::TestWithParam<litmus> {
 protected:
  static void TearDownTestSuite() {
    std::cout << sum.programs << " programs, " << sum.executions
              << " executions, " << sum.allowed << " weak outcomes reached, "
              << sum.races << " races, " << sum.time.count() << " s\n";
  }

  interleave::Result explore() {
    interleave::Options options;
    options.count_duplicates = true;
    const auto start = std::chrono::steady_clock::now();
    interleave::Result result = interleave::explore(GetParam().body, options);
    sum.time += std::chrono::steady_clock::now() - start;
    ++sum.programs;
    sum.executions += result.executions();
    sum.races += result.ok() ? 0 : 1;
    return result;
  }

  static void count_allowed(bool reached) { sum.allowed += reached ? 1 : 0; }

 private:
  static inline totals sum;
};

TEST_P(Litmus, BehavesAsTheStandardSays) {
  const row& expected = GetParam().expected;
  const interleave::Result result = explore();
  if (expected.racy) {
    const auto& failure = result.failure();
    EXPECT_TRUE(failure && failure->kind == interleave::FailureKind::race)
        << result;
    return;
  }
  ASSERT_TRUE(result.ok()) << result;
  EXPECT_TRUE(result.exhaustive()) << result.not_exhaustive();
  EXPECT_EQ(result.executions(), expected.executions);
  EXPECT_EQ(result.duplicates(), 0U);

  const reference::program whole = reference::parse_program(expected.program);
  const reference::condition weak =
      reference::parse_condition(expected.weak_outcome, whole);
  const bool reached = std::any_of(
      result.outcomes().begin(), result.outcomes().end(),
      [&](const auto& outcome) {
        return holds(weak, reference::parse_outcome(outcome.first, whole));
      });
  EXPECT_EQ(reached, expected.allowed);
  count_allowed(reached);

  const reference::behaviours all = reference::enumerate(whole);
  const std::map<std::string, std::uint64_t> outcomes{all.outcomes.begin(),
                                                      all.outcomes.end()};
  EXPECT_EQ(result.outcomes(), outcomes);
}

INSTANTIATE_TEST_SUITE_P(Corpus, Litmus, testing::ValuesIn(table()),
                         [](const auto& of) {
                           return test_name(of.param.expected, of.index);
                         });

}  // namespace
}  // namespace corpus
