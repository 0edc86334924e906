// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "picture/draw.hpp"
#include "terminal/width.hpp"

namespace {

using command_line::execution;
using command_line::line;
using command_line::page;
using command_line::step;

execution two_threads() {
  execution what;
  what.threads = {"main", "thread 1"};
  step store;
  store.operation = "store";
  store.location = "data";
  store.value = "1";
  store.order = "release";
  store.modification = 1;
  store.where = {"answers/x/x.hpp", 7, "f()"};
  step load;
  load.thread = 1;
  load.operation = "load";
  load.location = "data";
  load.value = "0";
  load.order = "acquire";
  load.newer = 0;
  load.culprit = true;
  load.where = {"bodies.hpp", 30, "g()"};
  what.steps = {store, load};
  what.notes = {"data: 4 bytes"};
  return what;
}

std::string text_of(const page& lines) {
  std::string text;
  for (const line& each : lines) text += plain(each) + '\n';
  return text;
}

TEST(Picture, HasThreadsAsColumns) {
  EXPECT_EQ(text_of(draw(two_threads(), "/r/answers/x/x.hpp", 72)),
            "     main                      thread 1\n"
            "   1 store data = 1 (release)  |                         line 7\n"
            ">  2 |                         load data: 0 (acquire)    "
            "bodies.hpp:30\n"
            "     |                           the first value stale:\n"
            "     |                           1 is newer\n"
            "data: 4 bytes\n");
}

TEST(Picture, StacksWhereColumnsWouldBeTooNarrow) {
  EXPECT_EQ(text_of(draw(two_threads(), "/r/answers/x/x.hpp", 36)),
            "   1 main: store data = 1 (release)\n"
            "     line 7\n"
            ">  2 thread 1: load data: 0\n"
            "     (acquire) the first value\n"
            "     stale: 1 is newer bodies.hpp:30\n"
            "data: 4 bytes\n");
}

// The number of the line was cut off.
TEST(Picture, KeepsTheLineOfAPlaceThatIsTooLong) {
  execution what = two_threads();
  what.steps[1].where.file = "/r/chapters/semaphore/semaphore_bodies.hpp";
  EXPECT_NE(
      text_of(draw(what, "/r/answers/x/x.hpp", 42)).find("..odies.hpp:30"),
      std::string::npos)
      << text_of(draw(what, "/r/answers/x/x.hpp", 42));
}

TEST(Picture, IsNeverWiderThanTheTerminal) {
  execution what = two_threads();
  for (int more = 2; more < 9; ++more) {
    what.threads.push_back("thread " + std::to_string(more));
    for (const std::size_t width : {20, 37, 40, 80, 100, 200}) {
      for (const line& each : draw(what, "/r/answers/x/x.hpp", width)) {
        EXPECT_LE(command_line::columns(plain(each)), width)
            << plain(each) << more;
      }
    }
  }
}

TEST(Picture, IsReadFromJsonOrNotAtAll) {
  EXPECT_FALSE(command_line::read_execution(""));
  EXPECT_FALSE(command_line::read_execution("[]"));
  EXPECT_FALSE(command_line::read_execution(R"({"failure": null})"));
  // A step of a thread that there is not.
  EXPECT_FALSE(command_line::read_execution(
      R"({"executions": 1, "failure": {"kind": "x", "sentence": "y",)"
      R"( "execution": {"threads": [], "notes": [], "steps":)"
      R"( [{"thread": 0}]}}})"));
}

}  // namespace
