// SPDX-License-Identifier: MIT
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <thread>

#include "testing/actor.hpp"
#include "testing/spurious_wake.hpp"

// What every parker must do, for real threads.

namespace semaphore_suite {

using testing_support::actor;

template <class Parker>
class ParkerSuite : public testing::Test {};
TYPED_TEST_SUITE_P(ParkerSuite);

TYPED_TEST_P(ParkerSuite, WaitsForTheToken) {
  TypeParam parker;
  actor owner{[&] { parker.park(); }};
  owner.until_asleep();
  EXPECT_FALSE(owner.done()) << "park returned without a token";
  parker.unpark();
  owner.join();
}

TYPED_TEST_P(ParkerSuite, TakesATokenThatCameFirst) {
  TypeParam parker;
  parker.unpark();
  parker.park();
}

TYPED_TEST_P(ParkerSuite, TokensDoNotAddUp) {
  TypeParam parker;
  parker.unpark();
  parker.unpark();
  parker.park();
  actor owner{[&] { parker.park(); }};
  owner.until_asleep();
  EXPECT_FALSE(owner.done()) << "two tokens were kept";
  parker.unpark();
  owner.join();
}

TYPED_TEST_P(ParkerSuite, ATokenServesOnce) {
  TypeParam parker;
  actor owner{[&] {
    parker.park();
    parker.park();
  }};
  owner.until_asleep();
  parker.unpark();
  // Woken by the token, it takes it and waits for the next.
  owner.until_asleep();
  EXPECT_FALSE(owner.done()) << "the second park took the token of the first";
  parker.unpark();
  owner.join();
}

TYPED_TEST_P(ParkerSuite, WaitsOnWhenItIsWokenForNothing) {
  TypeParam parker;
  actor owner{[&] { parker.park(); }};
  owner.until_asleep();
  testing_support::wake_for_nothing(parker);
  owner.until_asleep();
  EXPECT_FALSE(owner.done())
      << "park returned without a token: the kernel may end a sleep for no "
         "reason";
  parker.unpark();
  owner.join();
}

TYPED_TEST_P(ParkerSuite, HandsOverAndBack) {
  TypeParam mine;
  TypeParam theirs;
  int parcel = 0;  // plain: a data race if the parker does not order it
  constexpr int rounds = 5'000;
  const actor other{[&] {
    for (int round = 0; round < rounds; ++round) {
      theirs.park();
      ++parcel;
      mine.unpark();
    }
  }};
  for (int round = 0; round < rounds; ++round) {
    ASSERT_EQ(parcel, round);
    theirs.unpark();
    mine.park();
  }
}

TYPED_TEST_P(ParkerSuite, MayBeDestroyedAsSoonAsParkReturns) {
  for (int round = 0; round < 500; ++round) {
    auto parker = std::make_unique<TypeParam>();
    const actor waker{[&parker = *parker] { parker.unpark(); }};
    parker->park();
    parker.reset();
  }
}

REGISTER_TYPED_TEST_SUITE_P(ParkerSuite, WaitsForTheToken,
                            TakesATokenThatCameFirst, TokensDoNotAddUp,
                            ATokenServesOnce, WaitsOnWhenItIsWokenForNothing,
                            HandsOverAndBack,
                            MayBeDestroyedAsSoonAsParkReturns);

}  // namespace semaphore_suite
