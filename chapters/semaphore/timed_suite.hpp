// SPDX-License-Identifier: MIT
#pragma once

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <optional>
#include <thread>

#include "testing/actor.hpp"
#include "testing/give_way.hpp"

// What every semaphore must do that can give up waiting, for real threads.

namespace semaphore_suite {

using testing_support::actor;
using namespace std::chrono_literals;

template <class Semaphore>
class TimedSuite : public testing::Test {};
TYPED_TEST_SUITE_P(TimedSuite);

TYPED_TEST_P(TimedSuite, GivesUpNoSoonerThanAsked) {
  TypeParam semaphore{0};
  const auto start = std::chrono::steady_clock::now();
  EXPECT_FALSE(semaphore.try_acquire_for(5ms));
  EXPECT_GE(std::chrono::steady_clock::now() - start, 5ms);
}

TYPED_TEST_P(TimedSuite, TakesATokenEvenAfterTheDeadline) {
  TypeParam semaphore{2};
  EXPECT_TRUE(semaphore.try_acquire_for(-1h));
  EXPECT_TRUE(semaphore.try_acquire_for(0s));
  EXPECT_FALSE(semaphore.try_acquire_for(0s));
}

TYPED_TEST_P(TimedSuite, IsWokenByARelease) {
  TypeParam semaphore{0};
  std::atomic<bool> took{false};
  actor waiter{[&] { took = semaphore.try_acquire_for(1h); }};
  waiter.until_asleep();
  EXPECT_FALSE(waiter.done());
  semaphore.release();
  waiter.join();
  EXPECT_TRUE(took);
}

TYPED_TEST_P(TimedSuite, WaitsOnWhenItIsOvertaken) {
  TypeParam semaphore{0};
  std::atomic<bool> took{false};
  actor waiter{[&] {
    const testing_support::one_processor here;
    testing_support::give_way();
    took = semaphore.try_acquire_for(1h);
  }};
  // Gives a token and takes it back before the woken thread gets to run.
  bool overtaken = false;
  while (!overtaken) {
    // Asleep, or at its end: never between the taking and the saying so, where
    // a second token could be given and taken back.
    waiter.until_asleep();
    if (took) break;
    const testing_support::one_processor here;
    semaphore.release();
    overtaken = semaphore.try_acquire();
  }
  if (!overtaken) GTEST_SKIP() << "the waiter was too fast to be overtaken";
  waiter.until_asleep();
  EXPECT_FALSE(waiter.done()) << "it returned " << took << " without a token, "
                              << "long before its deadline";
  semaphore.release();
  waiter.join();
  EXPECT_TRUE(took);
}

TYPED_TEST_P(TimedSuite, WaitsForTheLongestTimeThatCanBeSaid) {
  TypeParam semaphore{0};
  actor waiter{[&] {
    EXPECT_TRUE(semaphore.try_acquire_for(std::chrono::hours::max()));
  }};
  waiter.until_asleep();
  EXPECT_FALSE(waiter.done());
  semaphore.release();
  waiter.join();
}

TYPED_TEST_P(TimedSuite, LeavesNothingBehindWhenItGivesUp) {
  TypeParam semaphore{0};
  // As often as sixteen bits can count: if all of them were still counted, one
  // more waiter would make it none.
  for (int round = 0; round < 65'535; ++round) {
    ASSERT_FALSE(semaphore.try_acquire_for(1ns));
  }
  actor waiter{[&] { semaphore.acquire(); }};
  waiter.until_asleep();
  EXPECT_FALSE(waiter.done());
  semaphore.release();
  waiter.join();
  EXPECT_FALSE(semaphore.try_acquire_for(0s));
}

TYPED_TEST_P(TimedSuite, TheTokenOfADeadlineIsNotLost) {
  // One thread waits until the moment of the release and, behind it in the
  // queue, one for ever. Whichever the wake-up goes to, one must get the token.
  for (int round = 0; round < 100; ++round) {
    TypeParam semaphore{0};
    std::atomic<bool> took{false};
    const auto moment = std::chrono::steady_clock::now() + 1ms;
    actor hasty{[&] {
      took =
          semaphore.try_acquire_for(moment - std::chrono::steady_clock::now());
    }};
    hasty.until_asleep();
    actor patient{[&] { semaphore.acquire(); }};
    patient.until_asleep();
    // The kernel ends a sleep up to 50 microseconds late, so that the release
    // often comes before it does.
    while (std::chrono::steady_clock::now() < moment) {
    }
    semaphore.release();
    hasty.join();
    if (took) semaphore.release();
    patient.join();
  }
}

REGISTER_TYPED_TEST_SUITE_P(TimedSuite, GivesUpNoSoonerThanAsked,
                            TakesATokenEvenAfterTheDeadline, IsWokenByARelease,
                            WaitsOnWhenItIsOvertaken,
                            WaitsForTheLongestTimeThatCanBeSaid,
                            LeavesNothingBehindWhenItGivesUp,
                            TheTokenOfADeadlineIsNotLost);

}  // namespace semaphore_suite
