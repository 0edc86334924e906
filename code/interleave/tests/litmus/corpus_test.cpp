// SPDX-License-Identifier: MIT
#include "corpus.hpp"

#include <gtest/gtest.h>

#include <sstream>
#include <stdexcept>

namespace {

std::vector<corpus::row> read(const std::string& text) {
  std::istringstream in{text};
  return corpus::read(in);
}

const std::string head =
    "name,program,weak_outcome,cpp20,racy,execs_cpp20_ref\n";

TEST(Corpus, ReadsRows) {
  const auto rows = read(head + "MP,x=1.rlx||r0=x.rlx,r0=1,allowed,,2\n");
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0].name, "MP");
  EXPECT_EQ(rows[0].program, "x=1.rlx||r0=x.rlx");
  EXPECT_EQ(rows[0].weak_outcome, "r0=1");
  EXPECT_TRUE(rows[0].allowed);
  EXPECT_FALSE(rows[0].racy);
  EXPECT_EQ(rows[0].executions, 2U);
}

TEST(Corpus, ReadsQuotesAndSkipsEmptyLines) {
  const auto rows =
      read(head + "\na,\"r0=xchg(x,1).sc\",\"r0=\"\"1\"\"\",forbidden,race,1");
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0].program, "r0=xchg(x,1).sc");
  EXPECT_EQ(rows[0].weak_outcome, "r0=\"1\"");
  EXPECT_FALSE(rows[0].allowed);
  EXPECT_TRUE(rows[0].racy);
}

TEST(Corpus, FindsColumnsByName) {
  const auto rows = read(
      "execs_cpp20_ref,racy,note,cpp20,weak_outcome,program,name\n"
      "3,,any,allowed,r0=1,r0=x.rlx,R\r\n");
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0].name, "R");
  EXPECT_EQ(rows[0].executions, 3U);
}

TEST(Corpus, RefusesWhatDoesNotFit) {
  EXPECT_THROW(read("name,program\na,b\n"), std::runtime_error);
  EXPECT_THROW(read(head + "a,b,c,perhaps,,1\n"), std::runtime_error);
  EXPECT_THROW(read(head + "a,b,c,allowed\n"), std::runtime_error);
  EXPECT_THROW(read(head + "a,b,c,allowed,,many\n"), std::invalid_argument);
}

}  // namespace
