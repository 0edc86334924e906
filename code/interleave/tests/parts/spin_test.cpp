// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "fibers/spin_watch.hpp"
#include "search/spin_table.hpp"

namespace interleave::engine {
namespace {

TEST(SpinTable, RemembersAndForgets) {
  SpinTable table;
  EXPECT_FALSE(table.find(1).known);
  for (std::uint64_t key = 1; key <= 1000; ++key) {
    table.insert(key, {true, static_cast<std::uint8_t>(key % 3)});
  }
  for (std::uint64_t key = 1; key <= 1000; ++key) {
    ASSERT_TRUE(table.find(key).known);
    EXPECT_EQ(table.find(key).waits(), key % 3);
  }
  table.clear();
  EXPECT_FALSE(table.find(7).known);
}

TEST(SpinWatch, SeesARoundOfTwo) {
  SpinWatch watch;
  watch.add({10, 1, 0, 1, false});
  EXPECT_EQ(watch.round(20), 0U);
  watch.add({20, 2, 1, 1, false});
  EXPECT_EQ(watch.round(10), 2U);
  EXPECT_EQ(watch.round(20), 1U);
  watch.effect();
  EXPECT_EQ(watch.round(10), 0U);
}

// A load and a failed compare-exchange that saw another value: the next load
// cannot see the first again, so there is nothing to try.
TEST(SpinWatch, ARoundThatReadTwoValuesIsNoWait) {
  SpinWatch watch;
  watch.add({10, 1, 5, 1, false});
  watch.add({20, 1, 6, 1, false});
  EXPECT_EQ(watch.round(10), 0U);
  watch.add({10, 1, 6, 1, false});
  watch.add({20, 1, 6, 1, false});
  EXPECT_EQ(watch.round(10), 2U);
}

TEST(SpinWatch, ATrialGivesTheSameValuesAgain) {
  SpinWatch watch;
  watch.add({10, 1, 5, 1, false});
  watch.add({20, 2, 6, 1, false});
  watch.start_trial(2);
  Value value = 0;
  for (int round = 0; round < 3; ++round) {
    EXPECT_EQ(watch.try_step(10, value), SpinWatch::Trial::goes_on);
    EXPECT_EQ(value, 5U);
    EXPECT_EQ(watch.try_step(20, value), SpinWatch::Trial::goes_on);
    EXPECT_EQ(value, 6U);
  }
  EXPECT_EQ(watch.try_step(30, value), SpinWatch::Trial::left);
}

TEST(SpinWatch, PatienceEnds) {
  SpinWatch watch;
  watch.add({10, 1, 5, 1, false});
  watch.start_trial(1);
  Value value = 0;
  unsigned steps = 1;
  while (watch.try_step(10, value) == SpinWatch::Trial::goes_on) {
    ++steps;
  }
  EXPECT_EQ(steps, SpinWatch::patience);
}

}  // namespace
}  // namespace interleave::engine
