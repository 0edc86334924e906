// SPDX-License-Identifier: MIT
#pragma once

#include <gtest/gtest.h>

#include <array>
#include <atomic>
#include <deque>
#include <memory>
#include <thread>

#include "testing/actor.hpp"
#include "testing/give_way.hpp"
#include "testing/spurious_wake.hpp"

// What every semaphore must do, for real threads. The chapter's headers, its
// steps and the readers' answers run through the same suite.

namespace semaphore_suite {

using testing_support::actor;
using testing_support::one_processor;

template <class Semaphore>
class SemaphoreSuite : public testing::Test {};
TYPED_TEST_SUITE_P(SemaphoreSuite);

TYPED_TEST_P(SemaphoreSuite, StartsWithItsTokens) {
  TypeParam semaphore{2};
  semaphore.acquire();
  semaphore.acquire();
}

TYPED_TEST_P(SemaphoreSuite, WaitsForAToken) {
  TypeParam semaphore{0};
  actor waiter{[&] { semaphore.acquire(); }};
  waiter.until_asleep();
  EXPECT_FALSE(waiter.done()) << "acquire returned without a token";
  semaphore.release();
  waiter.join();
}

TYPED_TEST_P(SemaphoreSuite, OneReleaseLetsOneGo) {
  TypeParam semaphore{0};
  actor first{[&] { semaphore.acquire(); }};
  actor second{[&] { semaphore.acquire(); }};
  first.until_asleep();
  second.until_asleep();
  semaphore.release();
  while (!first.done() && !second.done()) std::this_thread::yield();
  actor& other = first.done() ? second : first;
  other.until_asleep();
  EXPECT_FALSE(other.done()) << "one token let two threads go";
  semaphore.release();
  other.join();
}

TYPED_TEST_P(SemaphoreSuite, AReleaseOfTwoWakesTwo) {
  TypeParam semaphore{0};
  actor first{[&] { semaphore.acquire(); }};
  actor second{[&] { semaphore.acquire(); }};
  first.until_asleep();
  second.until_asleep();
  semaphore.release(2);
  first.join();
  second.join();
}

TYPED_TEST_P(SemaphoreSuite, TwoReleasesWakeTwo) {
  // Again and again: the second release must come before the first woken thread
  // has taken its token, which it nearly always does.
  for (int round = 0; round < 50; ++round) {
    TypeParam semaphore{0};
    actor first{[&] { semaphore.acquire(); }};
    actor second{[&] { semaphore.acquire(); }};
    first.until_asleep();
    second.until_asleep();
    semaphore.release();
    semaphore.release();
    first.join();
    second.join();
  }
}

TYPED_TEST_P(SemaphoreSuite, WaitsOnWhenItIsWokenForNothing) {
  TypeParam semaphore{0};
  actor waiter{[&] { semaphore.acquire(); }};
  waiter.until_asleep();
  testing_support::wake_for_nothing(semaphore);
  waiter.until_asleep();
  EXPECT_FALSE(waiter.done()) << "acquire returned without a token: the kernel "
                                 "may end a sleep for no reason";
  semaphore.release();
  waiter.join();
}

TYPED_TEST_P(SemaphoreSuite, WhoIsOvertakenWaitsOn) {
  // The second thread gives a token and takes it back before the first, which
  // was woken for it, gets to run.
  TypeParam semaphore{0};
  actor first{[&] {
    const one_processor here;
    testing_support::give_way();
    semaphore.acquire();
  }};
  first.until_asleep();
  actor second{[&] {
    const one_processor here;
    semaphore.release();
    semaphore.acquire();
  }};
  while (!first.done() && !second.done()) std::this_thread::yield();
  actor& other = first.done() ? second : first;
  other.until_asleep();
  EXPECT_FALSE(other.done()) << "the woken thread took a token that was gone";
  semaphore.release();
  other.join();
}

TYPED_TEST_P(SemaphoreSuite, WhoIsWokenFindsTheToken) {
  // Each thread that release wakes runs before release goes on, if not in the
  // first round, then in another.
  for (int round = 0; round < 3; ++round) {
    TypeParam semaphore{0};
    const auto wait = [&] {
      const one_processor here;
      semaphore.acquire();
    };
    actor first{wait};
    actor second{wait};
    first.until_asleep();
    second.until_asleep();
    actor giver{[&] {
      const one_processor here;
      testing_support::give_way();
      semaphore.release(2);
    }};
    giver.join();
    first.join();
    second.join();
  }
}

TYPED_TEST_P(SemaphoreSuite, NeverLetsInMoreThanItsTokens) {
  constexpr int rounds = 20'000;
  TypeParam semaphore{1};
  std::atomic<int> inside{0};
  std::atomic<bool> crowded{false};
  const auto visit = [&] {
    for (int round = 0; round < rounds && !crowded; ++round) {
      semaphore.acquire();
      if (inside.fetch_add(1) != 0) crowded = true;
      inside.fetch_sub(1);
      semaphore.release();
    }
  };
  {
    const actor first{visit};
    const actor second{visit};
    const actor third{visit};
  }
  EXPECT_FALSE(crowded) << "two threads were inside with one token";
}

TYPED_TEST_P(SemaphoreSuite, ShowsTheTakerWhatTheGiverDid) {
  TypeParam full{0};
  TypeParam empty{1};
  int parcel = 0;  // plain: a data race if the semaphore does not order it
  constexpr int rounds = 2'000;
  const actor giver{[&] {
    for (int round = 1; round <= rounds; ++round) {
      empty.acquire();
      parcel = round;
      full.release();
    }
  }};
  for (int round = 1; round <= rounds; ++round) {
    full.acquire();
    ASSERT_EQ(parcel, round);
    empty.release();
  }
}

TYPED_TEST_P(SemaphoreSuite, ShowsTheTakerWhatAllGiversDid) {
  constexpr int givers = 3;
  for (int round = 0; round < 100; ++round) {
    TypeParam semaphore{0};
    std::array<int, givers> parcels{};
    std::deque<actor> threads;
    for (int& parcel : parcels) {
      threads.emplace_back([&] {
        parcel = 1;
        semaphore.release();
      });
    }
    for (int taken = 0; taken < givers; ++taken) semaphore.acquire();
    for (const int parcel : parcels) ASSERT_EQ(parcel, 1);
  }
}

TYPED_TEST_P(SemaphoreSuite, MayBeDestroyedByWhoeverTookTheLastToken) {
  for (int round = 0; round < 500; ++round) {
    auto semaphore = std::make_unique<TypeParam>(0);
    const actor giver{[&semaphore = *semaphore] { semaphore.release(); }};
    semaphore->acquire();
    semaphore.reset();
  }
}

REGISTER_TYPED_TEST_SUITE_P(SemaphoreSuite, StartsWithItsTokens, WaitsForAToken,
                            OneReleaseLetsOneGo, AReleaseOfTwoWakesTwo,
                            TwoReleasesWakeTwo, WaitsOnWhenItIsWokenForNothing,
                            WhoIsOvertakenWaitsOn, WhoIsWokenFindsTheToken,
                            NeverLetsInMoreThanItsTokens,
                            ShowsTheTakerWhatTheGiverDid,
                            ShowsTheTakerWhatAllGiversDid,
                            MayBeDestroyedByWhoeverTookTheLastToken);

}  // namespace semaphore_suite
