// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <csignal>
#include <fstream>

#include "answers/files.hpp"
#include "support/process.hpp"
#include "support/program.hpp"
#include "support/terminal.hpp"

namespace {

using command_line::read_file;
using command_line_tests::run;
using command_line_tests::small_house;
using command_line_tests::terminal;

class Watch : public testing::Test {
 protected:
  Watch() { run(house_, {"start", "first"}); }

  small_house house_;
};

TEST_F(Watch, ShowsTaskAndVerdictAndSuccess) {
  terminal at{house_, {"watch"}};
  ASSERT_SHOWS(at, "The first task");
  ASSERT_SHOWS(at, "turns it down");
  ASSERT_SHOWS(at, "the two stores race");
  house_.save("first", "does not compile");
  ASSERT_SHOWS(at, "It does not compile.");
  ASSERT_SHOWS(at, "line 3");
  house_.save("first", "passes");
  ASSERT_SHOWS(at, "It passes.");
  ASSERT_SHOWS(at, "The second_one task");
  ASSERT_SHOWS(at, "the solution");
  at.type("n");
  ASSERT_SHOWS(at, "demo/second_one");
  ASSERT_SHOWS(at, "turns it down");
  at.type("q");
  EXPECT_EQ(at.ends(), 0);
  EXPECT_TRUE(at.is_as_before());
}

TEST_F(Watch, TakesASaveByRename) {
  terminal at{house_, {"watch"}};
  ASSERT_SHOWS(at, "turns it down");
  house_.save_by_rename("first", "passes");
  ASSERT_SHOWS(at, "It passes.");
  house_.save_by_rename("first", "crashes");
  ASSERT_SHOWS(at, "It crashes.");
}

TEST_F(Watch, LooksByItselfWhereNoNoticesCome) {
  terminal at{house_, {"watch", "--poll"}};
  ASSERT_SHOWS(at, "turns it down");
  house_.save("first", "passes");
  ASSERT_SHOWS(at, "It passes.");
}

TEST_F(Watch, SurvivesAFileThatGoesAndComesBack) {
  terminal at{house_, {"watch"}};
  ASSERT_SHOWS(at, "turns it down");
  std::filesystem::remove(house_.answer("first"));
  ASSERT_SHOWS(at, "Your answer is gone.");
  std::filesystem::remove_all(house_.answer("first").parent_path());
  std::filesystem::create_directories(house_.answer("first").parent_path());
  house_.save("first", "passes");
  ASSERT_SHOWS(at, "It passes.");
}

TEST_F(Watch, StopsWhatNeverEnds) {
  house_.save("first", "never ends");
  terminal at{house_, {"watch", "--limit", "1"}};
  ASSERT_SHOWS(at, "It does not end.");
  ASSERT_SHOWS(at, "1 thread sleeps");
  const int sleeper =
      std::stoi(read_file(house_.build() / "answer_demo_first.sleeper"));
  EXPECT_TRUE(command_line_tests::dies(sleeper));
  house_.save("first", "passes");
  ASSERT_SHOWS(at, "It passes.");
}

TEST_F(Watch, BeginsAnewWhenTheFileIsSavedDuringACheck) {
  house_.save("first", "waits, then fails");
  terminal at{house_, {"watch"}};
  ASSERT_SHOWS(at, "building");
  house_.save("first", "passes");
  ASSERT_SHOWS(at, "It passes.");
}

TEST_F(Watch, FollowsTheWindow) {
  terminal at{house_, {"watch"}, 40, 80};
  ASSERT_SHOWS(at, "turns it down");
  ASSERT_SHOWS(at, "q");
  at.resize(12, 30);
  ASSERT_SHOWS(at, std::string(30, '-') + "\x1b[0m\x1b[K");
  at.resize(3, 10);
  ASSERT_SHOWS(at, std::string(10, '-') + "\x1b[0m\x1b[K");
  at.resize(40, 120);
  ASSERT_SHOWS(at, std::string(120, '-'));
  ASSERT_SHOWS(at, "turns it down");
  at.type("q");
  EXPECT_EQ(at.ends(), 0);
}

// Other than in a pipe, it takes the whole terminal, and each frame is drawn in
// its place.
TEST_F(Watch, TakesTheWholeTerminal) {
  terminal at{house_, {"watch"}};
  ASSERT_SHOWS(at, "\x1b[?1049h");
  ASSERT_SHOWS(at, "\x1b[H");
  ASSERT_SHOWS(at, "turns it down");
  EXPECT_EQ(at.bytes().find("\x1b[2J"), std::string::npos);
}

// It drew the same frame again at every look at a check.
TEST_F(Watch, DrawsOnlyWhatIsNew) {
  terminal at{house_, {"watch"}};
  ASSERT_SHOWS(at, "turns it down");
  ASSERT_SHOWS(at, "waiting for a save");
  at.type("l");
  ASSERT_SHOWS(at, "go there");
  const auto frames = [&at] {
    std::size_t count = 0;
    for (std::size_t k = 0;
         (k = at.bytes().find("\x1b[H", k)) != std::string::npos; ++k) {
      ++count;
    }
    return count;
  };
  const std::size_t before = frames();
  for (const char* const each : {"x", "y", "z", "j"}) at.type(each);
  ASSERT_SHOWS(at, "> \x1b[0m\x1b[33m      \x1b[0m\x1b[1msecond_one");
  EXPECT_EQ(frames(), before + 1);
}

// At 60 columns the keys and what happens were cut.
TEST_F(Watch, ShowsAllItsKeysAtSixtyColumns) {
  terminal at{house_, {"watch"}, 12, 60};
  ASSERT_SHOWS(at, "turns it down");
  ASSERT_SHOWS(at, "waiting for a save");
  ASSERT_SHOWS(at, "space: more --");
  ASSERT_SHOWS(at, " solution  ");
  ASSERT_SHOWS(at, " quit");
}

TEST_F(Watch, GivesHintsListAndReset) {
  terminal at{house_, {"watch"}};
  ASSERT_SHOWS(at, "turns it down");
  at.type("h");
  ASSERT_SHOWS(at, "Look twice.");
  at.type("hh");
  ASSERT_SHOWS(at, "There are no more hints.");
  at.type("l");
  ASSERT_SHOWS(at, "0 of 2 done");
  at.type("s");
  ASSERT_SHOWS(at, "once your answer passes");
  house_.save("first", "mine");
  ASSERT_SHOWS(at, "It crashes.");
  at.type("r");
  ASSERT_SHOWS(at, "Press r again");
  EXPECT_EQ(read_file(house_.answer("first")), "mine");
  at.type("r");
  ASSERT_SHOWS(at, "first.1.hpp");
  ASSERT_SHOWS(at, "turns it down");
}

TEST_F(Watch, GivesTheTerminalBackAtEverySignal) {
  for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGSEGV}) {
    terminal at{house_, {"watch"}};
    ASSERT_SHOWS(at, "turns it down");
    EXPECT_FALSE(at.is_as_before());
    at.send(signal);
    EXPECT_EQ(at.ends(), 128 + signal);
    EXPECT_TRUE(at.is_as_before()) << signal;
  }
}

TEST_F(Watch, GivesTheTerminalBackAtCtrlCDuringACheck) {
  house_.save("first", "waits, then fails");
  terminal at{house_, {"watch"}};
  ASSERT_SHOWS(at, "building");
  at.type("\x03");
  EXPECT_EQ(at.ends(), 128 + SIGINT);
  EXPECT_TRUE(at.is_as_before());
}

TEST_F(Watch, WritesPlainLinesOnRequest) {
  terminal at{house_, {"watch", "--plain"}};
  ASSERT_SHOWS(at, "turns it down");
  house_.save("first", "passes");
  ASSERT_SHOWS(at, "It passes.");
  EXPECT_EQ(at.bytes().find("\x1b[?1049h"), std::string::npos);
  at.type("q\n");
  EXPECT_EQ(at.ends(), 0);
}

}  // namespace
