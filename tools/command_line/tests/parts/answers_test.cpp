// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>

#include "answers/answer.hpp"
#include "answers/files.hpp"
#include "answers/progress.hpp"
#include "complaint.hpp"
#include "support/small_house.hpp"

namespace {

using command_line::complaint;
using command_line::house;
using command_line::progress;
using command_line::read_file;
using command_line_tests::folder;
using command_line_tests::small_house;
namespace fs = std::filesystem;

TEST(Files, AreReplacedWholeAndCreatedOnce) {
  const folder place;
  const fs::path file = place.path() / "a/b/file.txt";
  EXPECT_TRUE(command_line::create_file(file, "one"));
  EXPECT_FALSE(command_line::create_file(file, "two"));
  EXPECT_EQ(read_file(file), "one");
  command_line::replace_file(file, "three");
  EXPECT_EQ(read_file(file), "three");
  // Nothing else is left in the folder.
  EXPECT_EQ(std::distance(fs::directory_iterator{file.parent_path()}, {}), 1);
  EXPECT_EQ(command_line::numbered(file).filename(), "file.1.txt");
}

TEST(Files, ALinkThatLeadsNowhereIsAnAnswerToo) {
  const folder place;
  const fs::path file = place.path() / "file";
  fs::create_symlink("nowhere", file);
  EXPECT_FALSE(command_line::create_file(file, "text"));
  EXPECT_TRUE(fs::is_symlink(file));
}

// What a folder that cannot be written does to somebody who is not root.
int as_nobody(void (*what)(const house&), const house& home) {
  const pid_t pid = ::fork();
  if (pid == 0) {
    if (::geteuid() == 0 && ::setuid(65534) != 0) ::_exit(9);
    try {
      what(home);
    } catch (const complaint& problem) {
      const std::string text = problem.what();
      ::_exit(text.find("Permission denied") != std::string::npos ? 0 : 1);
    }
    ::_exit(2);
  }
  int status = 0;
  ::waitpid(pid, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

TEST(Answers, SayThatTheirFolderCannotBeWritten) {
  const small_house small;
  ::chmod(small.root().c_str(), 0755);
  fs::create_directories(small.answer("first").parent_path());
  ::chmod(small.answer("first").parent_path().c_str(), 0555);
  ::chmod((small.root() / "answers").c_str(), 0555);
  const house home = command_line::read_house(small.build());
  EXPECT_EQ(as_nobody(
                [](const house& here) {
                  command_line::start_answer(here.exercises[0]);
                },
                home),
            0);
  EXPECT_EQ(as_nobody(
                [](const house& here) {
                  progress{here.answers() / "progress.txt"}.start("demo/first");
                },
                home),
            0);
  ::chmod(small.answer("first").parent_path().c_str(), 0755);
  ::chmod((small.root() / "answers").c_str(), 0755);
}

// The answer was kept aside, and nothing stood in its place.
TEST(Answers, StayWhereTheyAreIfThereIsNoRoomToBeginAnew) {
  const small_house small;
  const house home = command_line::read_house(small.build());
  command_line::start_answer(home.exercises[0]);
  small.save("first", "mine");
  rlimit before{};
  ::getrlimit(RLIMIT_FSIZE, &before);
  const auto ignored = std::signal(SIGXFSZ, SIG_IGN);
  const rlimit none{0, before.rlim_max};
  ::setrlimit(RLIMIT_FSIZE, &none);
  EXPECT_THROW(command_line::reset_answer(home.exercises[0]),
               command_line::complaint);
  ::setrlimit(RLIMIT_FSIZE, &before);
  std::signal(SIGXFSZ, ignored);
  EXPECT_EQ(read_file(small.answer("first")), "mine");
  EXPECT_FALSE(std::filesystem::exists(small.answer("first").parent_path() /
                                       "first.1.hpp"));
}

TEST(Answers, AreKnownToClangd) {
  const small_house small;
  const house home = command_line::read_house(small.build());
  std::ofstream{small.build() / "compile_commands.json"}
      << R"([{"directory": "/b", "file": "check.cpp", "command":)"
      << R"( "c++ -fno-tree-ch -I\"/a b -g\" -DX=\\\"/y\\\" -include z -O1)"
      << R"( -Wall -o CMakeFiles/answer_demo_first.dir/check.cpp.o -c)"
      << R"( check.cpp"}])";
  command_line::start_answer(home.exercises[0]);
  command_line::describe_answers(home);
  const std::string said = read_file(home.answers() / "compile_commands.json");
  EXPECT_NE(said.find(R"("c++ -I\"/a b -g\" -DX=\\\"/y\\\" -Wall)"
                      R"( -x c++-header -fsyntax-only \")" +
                      small.answer("first").string() + R"(\"")"),
            std::string::npos)
      << said;
}

TEST(Progress, IsSharedByTwoPrograms) {
  const folder place;
  const fs::path file = place.path() / "progress.txt";
  progress one{file};
  progress other{file};
  one.pass("a/b");
  other.show_hints("c/d", 2);
  one.start("e/f");
  const progress read{file};
  EXPECT_TRUE(read.of("a/b").passed);
  EXPECT_EQ(read.of("c/d").hints, 2U);
  EXPECT_TRUE(read.of("e/f").started);
  EXPECT_EQ(read.current(), "e/f");
  EXPECT_EQ(read.damage(), "");
}

TEST(Progress, UsesWhatCanBeReadAndKeepsTheRest) {
  const folder place;
  const fs::path file = place.path() / "progress.txt";
  const std::string text =
      "current a/b and more\na/b passed\nc/d hints many\n\xff\xfe\n/etc x\n";
  std::ofstream{file} << text;
  const progress read{file};
  EXPECT_TRUE(read.of("a/b").passed);
  EXPECT_EQ(read.current(), "");
  EXPECT_NE(read.damage(), "");
  EXPECT_EQ(read_file(place.path() / "progress.1.txt"), text);
  EXPECT_EQ(progress{file}.damage(), "");
}

}  // namespace
