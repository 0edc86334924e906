// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <csignal>
#include <fstream>
#include <sstream>

#include "answers/files.hpp"
#include "support/process.hpp"
#include "support/program.hpp"
#include "support/terminal.hpp"

namespace {

using command_line::read_file;
using command_line::read_file_or;
using command_line_tests::run;
using command_line_tests::said;
using command_line_tests::small_house;
using command_line_tests::terminal;

bool has(const said& what, const std::string& text) {
  return what.text.find(text) != std::string::npos;
}

#define EXPECT_SAYS(what, words) EXPECT_TRUE(has(what, words)) << (what).text

TEST(Trouble, SayWhatIsMissing) {
  const small_house house;
  std::filesystem::remove(house.root() / "exercises/demo/first/task.md");
  const said task = run(house, {"start", "first"});
  EXPECT_EQ(task.code, 2);
  EXPECT_SAYS(task, "task.md cannot be read: No such file or directory.");
  std::ofstream{house.build() / "manifest.json"} << "{}";
  EXPECT_SAYS(run(house, {"list"}), "cmake --preset debug");
  std::filesystem::remove(house.build() / "manifest.json");
  EXPECT_SAYS(run(house, {"list"}), "manifest.json cannot be read");
}

TEST(Trouble, ShowWhatDoesNotCompile) {
  const small_house house;
  run(house, {"start", "first"});
  house.save("first", "does not compile");
  const said broken = run(house, {"check"});
  EXPECT_EQ(broken.code, 1);
  EXPECT_SAYS(broken, "answers/demo/first/first.hpp, line 3");
  EXPECT_SAYS(broken, "expected ';' before '}' token");
  EXPECT_SAYS(broken, "    3 |   int x");
}

TEST(Trouble, StopWhatNeverEndsWithAllItStarted) {
  const small_house house;
  run(house, {"start", "first"});
  house.save("first", "never ends");
  const said endless = run(house, {"check", "--limit", "1"});
  EXPECT_EQ(endless.code, 1);
  EXPECT_SAYS(endless, "It does not end.  Demo.IsJudged");
  EXPECT_SAYS(endless, "stopped after 1.0 s");
  EXPECT_SAYS(endless, "1 thread sleeps");
  const int sleeper =
      std::stoi(read_file(house.build() / "answer_demo_first.sleeper"));
  EXPECT_TRUE(command_line_tests::dies(sleeper));
}

TEST(Trouble, TellACrashFromAFailure) {
  const small_house house;
  run(house, {"start", "first"});
  house.save("first", "crashes");
  const said crash = run(house, {"check"});
  EXPECT_EQ(crash.code, 1);
  EXPECT_SAYS(crash, "It crashes.  Demo.IsJudged");
  EXPECT_SAYS(crash, "Segmentation fault");
}

TEST(Trouble, MendADamagedProgressFile) {
  const small_house house;
  run(house, {"start", "first"});
  const auto file = house.root() / "answers/progress.txt";
  std::ofstream{file, std::ios::app} << "demo/second_one passed\n\x01\x02??\n";
  const said list = run(house, {"list"});
  EXPECT_EQ(list.code, 0);
  EXPECT_SAYS(list, "1 line that cannot be understood");
  EXPECT_SAYS(list, "1 of 2 done");
  EXPECT_NE(
      read_file_or(house.root() / "answers/progress.1.txt", "").find("??"),
      std::string::npos);
  EXPECT_FALSE(has(run(house, {"list"}), "understood"));
}

TEST(Trouble, CtrlCStopsACheckAndWhatItRuns) {
  const small_house house;
  run(house, {"start", "first"});
  house.save("first", "waits, then fails");
  terminal check{house, {"check"}};
  ASSERT_TRUE(check.shows("Building"));
  check.type("\x03");
  EXPECT_EQ(check.ends(), 128 + SIGINT);
  EXPECT_TRUE(check.is_as_before());
}

}  // namespace
