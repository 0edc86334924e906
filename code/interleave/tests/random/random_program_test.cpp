// SPDX-License-Identifier: MIT
#include "random_program.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <iostream>
#include <map>
#include <set>

#include "reference/enumerator.hpp"
#include "reference/notation.hpp"

namespace {

using namespace reference;

constexpr std::uint64_t seeds = 1000;

TEST(RandomProgram, KeepsToItsSize) {
  for (std::uint64_t seed = 0; seed < seeds; ++seed) {
    const program whole = random_program(seed);
    EXPECT_GE(whole.threads.size(), 2U);
    EXPECT_LE(whole.threads.size(), 3U);
    int operations = 0;
    for (const thread_body& body : whole.threads) {
      for (const operation& op : body) {
        operations += op.what == kind::branch ? 0 : 1;
      }
    }
    EXPECT_LE(operations, 9) << seed;
  }
}

TEST(RandomProgram, PrintsAsItIsRead) {
  for (std::uint64_t seed = 0; seed < seeds; ++seed) {
    const std::string text = to_text(random_program(seed));
    EXPECT_EQ(to_text(parse_program(text)), text) << seed;
  }
}

TEST(RandomProgram, IsTheSameForASeedAndOtherForAnother) {
  std::set<std::string> texts;
  for (std::uint64_t seed = 0; seed < seeds; ++seed) {
    const std::string text = to_text(random_program(seed));
    EXPECT_EQ(to_text(random_program(seed)), text);
    texts.insert(text);
  }
  EXPECT_GE(texts.size(), seeds - 10);
}

TEST(RandomProgram, UsesEveryKindWithEveryOrder) {
  std::map<kind, std::set<order>> success;
  std::set<order> failure;
  for (std::uint64_t seed = 0; seed < seeds; ++seed) {
    for (const thread_body& body : random_program(seed).threads) {
      for (const operation& op : body) {
        success[op.what].insert(op.success);
        if (op.what == kind::compare_exchange) {
          failure.insert(op.failure);
        }
      }
    }
  }
  EXPECT_EQ(success[kind::load].size(), 5U);
  EXPECT_EQ(success[kind::store].size(), 4U);
  EXPECT_EQ(success[kind::exchange].size(), 5U);
  EXPECT_EQ(success[kind::fetch_add].size(), 5U);
  EXPECT_EQ(success[kind::compare_exchange].size(), 5U);
  EXPECT_EQ(success[kind::fence].size(), 4U);
  EXPECT_EQ(failure.size(), 4U);
}

/// What the differential test is worth: programs that behave in many ways.
TEST(RandomProgram, IsNeitherTrivialNorHuge) {
  std::size_t executions = 0;
  std::size_t largest = 0;
  int racy = 0;
  int rich = 0;
  for (std::uint64_t seed = 0; seed < seeds; ++seed) {
    const behaviours found = enumerate(random_program(seed));
    executions += found.executions;
    largest = std::max(largest, found.executions);
    racy += found.racy ? 1 : 0;
    rich += found.executions >= 4 ? 1 : 0;
  }
  std::cout << seeds << " programs, " << executions << " executions, at most "
            << largest << ", " << racy << " racy, " << rich
            << " with four executions or more\n";
  EXPECT_GE(rich, 600);
  EXPECT_GE(racy, 50);
  EXPECT_LE(racy, 250);
}

}  // namespace
