// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <fstream>

#include "support/program.hpp"
#include "support/terminal.hpp"

namespace {

using command_line_tests::run;
using command_line_tests::small_house;
using command_line_tests::terminal;

class WatchList : public testing::Test {
 protected:
  WatchList() { run(house_, {"start", "first"}); }

  small_house house_;
};

TEST_F(WatchList, GoesToAnExerciseOfTheList) {
  terminal at{house_, {"watch"}};
  ASSERT_SHOWS(at, "turns it down");
  at.type("l");
  ASSERT_SHOWS(at, "> \x1b[0m\x1b[33mbegun \x1b[0m\x1b[1mfirst");
  ASSERT_SHOWS(at, "go there");
  at.type("\x1b[B");
  ASSERT_SHOWS(at, "> \x1b[0m\x1b[33m      \x1b[0m\x1b[1msecond_one");
  at.type("jk");
  ASSERT_SHOWS(at, "> \x1b[0m\x1b[33mbegun \x1b[0m\x1b[1mfirst");
  EXPECT_FALSE(std::filesystem::exists(house_.answer("second_one")));
  at.type("G\r");
  ASSERT_SHOWS(at, "The second_one task");
  ASSERT_SHOWS(at, "answers/demo/second_one/second_one.hpp");
  ASSERT_SHOWS(at, "turns it down");
  EXPECT_TRUE(std::filesystem::exists(house_.answer("second_one")));
  at.type("lk");
  ASSERT_SHOWS(at, "go there");
  at.type("l");
  ASSERT_SHOWS(at, "turns it down");
}

// The verdict of a check that was under way closed the list.
TEST_F(WatchList, LeavesTheListOpenWhenAVerdictComes) {
  house_.save("first", "waits, then fails");
  terminal at{house_, {"watch"}};
  ASSERT_SHOWS(at, "building");
  at.type("l");
  ASSERT_SHOWS(at, "go there");
  std::ofstream{house_.gate()} << "go\n";
  ASSERT_SHOWS(at, "go there");
  ASSERT_SHOWS(at, "waiting for a save");
  at.type("j\r");
  ASSERT_SHOWS(at, "The second_one task");
}

TEST_F(WatchList, GoesToAnExerciseInPlainLinesToo) {
  terminal at{house_, {"watch", "--plain"}};
  ASSERT_SHOWS(at, "turns it down");
  at.type("l\n");
  ASSERT_SHOWS(at, "> ");
  ASSERT_SHOWS(at, "0 of 2 done");
  at.type("j\n");
  ASSERT_SHOWS(at, "> ");
  ASSERT_SHOWS(at, "second_one");
  at.type("\n");
  ASSERT_SHOWS(at, "answers/demo/second_one/second_one.hpp");
}

}  // namespace
