// SPDX-License-Identifier: MIT
#include "testing/schedule.hpp"

#include <gtest/gtest.h>

#include <condition_variable>
#include <mutex>
#include <string>

namespace {

using testing_support::at;
using testing_support::schedule;
using testing_support::stage;

TEST(At, DoesNothingWithoutAStage) { at("nowhere"); }

TEST(Stage, PlaysTheStepsInTheirOrder) {
  std::string said;
  const auto speak = [&said](char word) {
    return [&said, word] {
      at("before");
      said += word;
      at("between");
      said += word;
    };
  };
  stage stage{{speak('a'), speak('b')}};
  EXPECT_EQ(stage.play({{2, "between"}, {1, "between"}, {1, "end"}}), "");
  EXPECT_EQ(said, "baa");
  EXPECT_TRUE(stage.ended(1));
  EXPECT_EQ(stage.where(2), "stands at \"between\"");
  EXPECT_EQ(stage.play({{2, "end"}}), "");
  EXPECT_EQ(said, "baab");
}

TEST(Stage, ComesToTheSamePointAgain) {
  int rounds = 0;
  stage stage{{[&] {
    for (; rounds < 3; ++rounds) at("again");
  }}};
  EXPECT_EQ(stage.play({{1, "again"}, {1, "again"}}), "");
  EXPECT_EQ(rounds, 1);
}

TEST(Stage, SeesAThreadAsleepInAMutex) {
  std::mutex mutex;
  const auto visit = [&] {
    const std::lock_guard lock{mutex};
    at("inside");
  };
  stage stage{{visit, visit}};
  EXPECT_EQ(stage.play({{1, "inside"}, {2, "asleep"}}), "");
  EXPECT_TRUE(stage.asleep(2));
  EXPECT_FALSE(stage.asleep(1)) << "it stands at a point";
  // Thread 2 runs on by itself once it is woken, to its next point.
  EXPECT_EQ(stage.play({{1, "end"}}), "");
  EXPECT_EQ(stage.where(2), "stands at \"inside\"");
  EXPECT_EQ(stage.play({{2, "inside"}, {2, "end"}}), "");
}

TEST(Stage, SeesAThreadAsleepInAConditionVariable) {
  std::mutex mutex;
  std::condition_variable changed;
  bool ready = false;
  stage stage{{[&] {
                 std::unique_lock lock{mutex};
                 while (!ready) changed.wait(lock);
               },
               [&] {
                 const std::lock_guard lock{mutex};
                 ready = true;
                 changed.notify_one();
               }}};
  EXPECT_EQ(stage.play({{1, "asleep"}, {2, "end"}, {1, "end"}}), "");
}

TEST(Stage, SaysWhatCannotBePlayed) {
  std::mutex mutex;
  const auto visit = [&] {
    at("outside");
    const std::lock_guard lock{mutex};
    at("inside");
  };
  stage stage{{visit, visit}};
  EXPECT_EQ(stage.play({{1, "inside"}, {2, "inside"}}),
            "step 2, {2, \"inside\"}: thread 2 does not get there; it went "
            "past \"outside\" and sleeps, until another thread wakes it");
  EXPECT_EQ(stage.play({{1, "beyond"}}),
            "step 1, {1, \"beyond\"}: thread 1 does not get there; it has "
            "ended");
  EXPECT_EQ(stage.play({{2, "end"}, {3, "end"}}),
            "step 2, {3, \"end\"}: there is no thread 3");
}

TEST(Stage, GivesUpOnAThreadWithoutAnEnd) {
  std::atomic<bool> enough{false};
  stage stage{{[&] {
    while (!enough) at("here");
  }}};
  EXPECT_NE(stage.play({{1, "there"}}).find("without an end"),
            std::string::npos);
  enough = true;
}

TEST(Stage, OpensAllPoints) {
  const auto walk = [] {
    at("here");
    at("there");
  };
  stage stage{{walk, walk}};
  EXPECT_EQ(stage.play({{1, "here"}}), "");
  stage.open();
  EXPECT_TRUE(stage.ended(1));
  EXPECT_TRUE(stage.ended(2));
}

}  // namespace
