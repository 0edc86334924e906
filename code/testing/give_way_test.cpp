// SPDX-License-Identifier: MIT
#include "testing/give_way.hpp"

#include <gtest/gtest.h>
#include <sched.h>

#include <atomic>

#include "testing/actor.hpp"

namespace {

using testing_support::actor;
using testing_support::give_way;
using testing_support::one_processor;

TEST(GiveWay, LetsTheWokenThreadRunFirst) {
  constexpr int rounds = 10;
  int in_time = 0;
  for (int round = 0; round < rounds; ++round) {
    std::atomic<int> signal{0};
    std::atomic<bool> served{false};
    const actor sleeper{[&] {
      const one_processor here;
      signal.wait(0);
      served = true;
    }};
    sleeper.until_asleep();
    const actor waker{[&] {
      const one_processor here;
      give_way();
      signal = 1;
      signal.notify_one();
      if (served) ++in_time;
    }};
  }
  EXPECT_GE(in_time, 1);
}

TEST(GiveWay, RunsWhenItsWakerSleeps) {
  constexpr int rounds = 10;
  int in_time = 0;
  for (int round = 0; round < rounds; ++round) {
    std::atomic<int> signal{0};
    std::atomic<bool> served{false};
    const actor sleeper{[&] {
      const one_processor here;
      give_way();
      signal.wait(0);
      served = true;
    }};
    sleeper.until_asleep();
    const actor waker{[&] {
      const one_processor here;
      signal = 1;
      signal.notify_one();
      if (!served) ++in_time;
    }};
  }
  EXPECT_GE(in_time, 1);
}

TEST(OneProcessor, LeavesThingsAsTheyWere) {
  cpu_set_t before;
  ASSERT_EQ(::sched_getaffinity(0, sizeof before, &before), 0);
  {
    const one_processor here;
    cpu_set_t within;
    ASSERT_EQ(::sched_getaffinity(0, sizeof within, &within), 0);
    EXPECT_EQ(CPU_COUNT(&within), 1);
  }
  cpu_set_t after;
  ASSERT_EQ(::sched_getaffinity(0, sizeof after, &after), 0);
  EXPECT_TRUE(CPU_EQUAL(&before, &after));
}

}  // namespace
