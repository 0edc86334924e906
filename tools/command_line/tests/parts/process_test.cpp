// SPDX-License-Identifier: MIT
#include "support/process.hpp"

#include <gtest/gtest.h>
#include <poll.h>

#include <csignal>
#include <fstream>

#include "complaint.hpp"
#include "process/child.hpp"
#include "process/tasks.hpp"
#include "support/folder.hpp"
#include "watch/file_watch.hpp"

namespace {

using command_line::child;
using command_line::ending;
using command_line::file_watch;
using command_line_tests::folder;
namespace fs = std::filesystem;

ending end_of(child& program) {
  for (;;) {
    if (const auto how = program.pump()) return *how;
    pollfd wait{program.fd(), POLLIN, 0};
    ::poll(&wait, program.fd() >= 0 ? 1 : 0, 10);
  }
}

TEST(Child, SaysHowItEnded) {
  child good{{.command = {"sh", "-c", "echo out; echo err >&2"}}};
  EXPECT_TRUE(end_of(good).well());
  EXPECT_EQ(good.output(), "out\nerr\n");
  child bad{{.command = {"sh", "-c", "exit 7"}}};
  EXPECT_EQ(end_of(bad).code, 7);
  child killed{{.command = {"sh", "-c", "kill -ABRT $$"}}};
  EXPECT_EQ(end_of(killed).signal, SIGABRT);
}

TEST(Child, ThatIsNotThereIsSaidSo) {
  EXPECT_THROW(child({.command = {"/no/such/program"}}),
               command_line::complaint);
  EXPECT_FALSE(command_line::output_of({"/no/such/program"}));
  EXPECT_FALSE(command_line::output_of({"false"}));
}

TEST(Child, HasItsOwnEnvironmentAndNothingToRead) {
  child program{{.command = {"sh", "-c", "cat; echo $GIVEN"},
                 .environment = {{"GIVEN", "word"}}}};
  end_of(program);
  EXPECT_EQ(program.output(), "word\n");
}

TEST(Child, MaySayMoreThanIsKept) {
  child program{{.command = {"sh", "-c", "head -c 20000000 /dev/zero"}}};
  EXPECT_TRUE(end_of(program).well());
  EXPECT_LE(program.output().size(), 5'000'000U);
}

TEST(Child, TakesItsGroupWithIt) {
  pid_t grandchild = 0;
  {
    child program{{.command = {"sh", "-c", "sleep 1000 & echo $!; wait"}}};
    while (program.output().empty()) {
      pollfd wait{program.fd(), POLLIN, 0};
      ::poll(&wait, 1, 1000);
      program.pump();
    }
    grandchild = std::stoi(program.output());
    EXPECT_EQ(::kill(grandchild, 0), 0);
  }
  EXPECT_TRUE(command_line_tests::dies(grandchild));
}

TEST(Tasks, AreDescribed) {
  const child program{{.command = {"sleep", "1000"}}};
  while (command_line::what_threads_do(program.id()).find("sleep") ==
         std::string::npos) {
    ::poll(nullptr, 0, 1);
  }
  EXPECT_EQ(command_line::what_threads_do(program.id()).substr(0, 15),
            "1 thread sleeps");
}

class FileWatch : public testing::TestWithParam<bool> {
 protected:
  void save(const std::string& text) const { std::ofstream{file_} << text; }

  folder place_;
  fs::path file_ = place_.path() / "a/file";
};

TEST_P(FileWatch, TellsSavesRenamesAndRemovals) {
  fs::create_directories(file_.parent_path());
  save("one");
  file_watch watch{file_, GetParam()};
  EXPECT_TRUE(watch.there());
  EXPECT_FALSE(watch.changed());
  save("two and more");
  EXPECT_TRUE(watch.changed());
  EXPECT_FALSE(watch.changed());
  std::ofstream{file_.string() + ".new"} << "three";
  EXPECT_FALSE(watch.changed());
  fs::rename(file_.string() + ".new", file_);
  EXPECT_TRUE(watch.changed());
  fs::remove(file_);
  EXPECT_TRUE(watch.changed());
  EXPECT_FALSE(watch.there());
  fs::remove_all(file_.parent_path());
  EXPECT_FALSE(watch.changed());
  fs::create_directories(file_.parent_path());
  save("four");
  EXPECT_TRUE(watch.changed());
  EXPECT_TRUE(watch.there());
}

INSTANTIATE_TEST_SUITE_P(With, FileWatch, testing::Bool());

TEST(FileWatchNotices, MakeItReadable) {
  const folder place;
  file_watch watch{place.path() / "file"};
  pollfd wait{watch.fd(), POLLIN, 0};
  EXPECT_EQ(::poll(&wait, 1, 0), 0);
  std::ofstream{place.path() / "file"} << "text";
  EXPECT_EQ(::poll(&wait, 1, 60'000), 1);
  EXPECT_TRUE(watch.changed());
}

}  // namespace
