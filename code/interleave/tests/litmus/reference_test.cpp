// SPDX-License-Identifier: MIT
//
// The reference enumerator against the corpus: before it judges the checker,
// it must agree with what herd7 and GenMC say of known programs.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

#include "corpus.hpp"
#include "corpus_param.hpp"
#include "reference/enumerator.hpp"
#include "reference/notation.hpp"

namespace {

std::vector<corpus::row> rows() {
  std::ifstream in{INTERLEAVE_LITMUS_CSV};
  return corpus::read(in);
}

class ReferenceOnCorpus : public testing::TestWithParam<corpus::row> {};

TEST_P(ReferenceOnCorpus, Agrees) {
  const corpus::row& row = GetParam();
  const reference::program whole = reference::parse_program(row.program);
  const reference::condition weak =
      reference::parse_condition(row.weak_outcome, whole);
  const reference::behaviours found = reference::enumerate(whole);
  const bool reached = std::any_of(
      found.outcomes.begin(), found.outcomes.end(), [&](const auto& outcome) {
        return holds(weak, reference::parse_outcome(outcome.first, whole));
      });
  EXPECT_EQ(reached, row.allowed);
  EXPECT_EQ(found.racy, row.racy);
  EXPECT_EQ(found.executions, row.executions);
}

INSTANTIATE_TEST_SUITE_P(Litmus, ReferenceOnCorpus, testing::ValuesIn(rows()),
                         [](const auto& of) {
                           return corpus::test_name(of.param, of.index);
                         });

TEST(Corpus, IsThere) { EXPECT_FALSE(rows().empty()); }

}  // namespace
