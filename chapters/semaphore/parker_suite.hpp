// SPDX-License-Identifier: MIT
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <thread>

#include "testing/actor.hpp"

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

TYPED_TEST_P(ParkerSuite, HandsOverAndBack) {
  TypeParam mine;
  TypeParam theirs;
  int parcel = 0;  // plain: a data race if the parker does not order it
  constexpr int rounds = 5'000;
  actor other{[&] {
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
                            HandsOverAndBack,
                            MayBeDestroyedAsSoonAsParkReturns);

}  // namespace semaphore_suite
