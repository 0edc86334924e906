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

// The kernel does as it is asked nearly always. That it never does in so many
// rounds means that it was not asked.
constexpr int enough = 1'000;

TEST(GiveWay, LetsTheWokenThreadRunFirst) {
  int in_time = 0;
  for (int round = 0; round < enough && in_time == 0; ++round) {
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
  EXPECT_EQ(in_time, 1);
}

TEST(GiveWay, RunsWhenItsWakerSleeps) {
  int in_time = 0;
  for (int round = 0; round < enough && in_time == 0; ++round) {
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
  EXPECT_EQ(in_time, 1);
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
