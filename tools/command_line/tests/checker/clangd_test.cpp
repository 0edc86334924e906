// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <sstream>

#include "answers/answer.hpp"
#include "process/child.hpp"
#include "support/folder.hpp"

namespace {

using command_line::exercise;
using command_line::house;
using command_line::output_of;

std::string clangd() {
  for (const char* const each : {"clangd", "clangd-19", "clangd-14"}) {
    if (output_of({each, "--version"})) return each;
  }
  return "";
}

// A diagnostic: "E[12:00:00.000] [drv_unknown_argument] Line 1: ...".
std::string first_mistake(const std::string& said) {
  std::istringstream lines{said};
  for (std::string each; std::getline(lines, each);) {
    if (each.starts_with("E[") && each.find("] [") < each.find(" Line ")) {
      return each;
    }
  }
  return "";
}

// Flags that only g++ has were shown as mistakes in the first line.
TEST(Clangd, FindsNoMistakeInAFileToBeginWith) {
  const std::string program = clangd();
  if (program.empty()) GTEST_SKIP() << "clangd is not installed";
  const command_line_tests::folder place;
  house home = command_line::read_house(LOCKSMITH_BUILD);
  home.root = place.path();
  ASSERT_FALSE(home.exercises.empty());
  for (exercise& each : home.exercises) {
    each.answer =
        home.answers() / each.chapter / each.name / (each.name + ".hpp");
    ASSERT_TRUE(start_answer(each));
  }
  ASSERT_TRUE(describe_answers(home));
  for (const exercise& each : home.exercises) {
    // `sh`, since it ends with failure where a refactoring is not to be had.
    const auto said =
        output_of({"sh", "-c", "\"$0\" \"$@\" || true", program,
                   "--check=" + each.answer.string(), "--check-lines=1-1",
                   "--compile-commands-dir=" + home.answers().string()},
                  std::chrono::minutes{1});
    ASSERT_TRUE(said && said->find("Building AST") != std::string::npos)
        << said.value_or("nothing");
    EXPECT_EQ(first_mistake(*said), "") << each.id();
  }
}

}  // namespace
