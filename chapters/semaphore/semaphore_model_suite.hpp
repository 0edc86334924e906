// SPDX-License-Identifier: MIT
#pragma once

#include <gtest/gtest.h>

#include <interleave/interleave.hpp>

#include "semaphore_bodies.hpp"

// What every semaphore and every parker must do, in every execution that C++
// allows.

namespace semaphore_model {

inline void holds(void (*body)()) {
  const interleave::Result result = interleave::explore(body);
  EXPECT_TRUE(result.ok()) << result;
  EXPECT_TRUE(!result.ok() || result.exhaustive()) << result;
}

template <class Semaphore>
class SemaphoreModel : public testing::Test {};
TYPED_TEST_SUITE_P(SemaphoreModel);

TYPED_TEST_P(SemaphoreModel, Excludes) {
  holds(semaphore_bodies::excludes<TypeParam>);
}

TYPED_TEST_P(SemaphoreModel, HandsOver) {
  holds(semaphore_bodies::hands_over<TypeParam>);
}

TYPED_TEST_P(SemaphoreModel, HandsOverFromAll) {
  holds(semaphore_bodies::hands_over_from_all<TypeParam>);
}

TYPED_TEST_P(SemaphoreModel, WakesOneForEach) {
  holds(semaphore_bodies::wakes_one_for_each<TypeParam>);
}

TYPED_TEST_P(SemaphoreModel, WakesAsManyAsGiven) {
  holds(semaphore_bodies::wakes_as_many_as_given<TypeParam>);
}

TYPED_TEST_P(SemaphoreModel, MayDieWithItsLastToken) {
  holds(semaphore_bodies::dies_with_its_last_token<TypeParam>);
}

TYPED_TEST_P(SemaphoreModel, WaitsOnWhenItIsOvertaken) {
  holds(semaphore_bodies::is_overtaken<TypeParam>);
}

REGISTER_TYPED_TEST_SUITE_P(SemaphoreModel, Excludes, HandsOver,
                            HandsOverFromAll, WakesOneForEach,
                            WakesAsManyAsGiven, MayDieWithItsLastToken,
                            WaitsOnWhenItIsOvertaken);

template <class Semaphore>
class TimedModel : public testing::Test {};
TYPED_TEST_SUITE_P(TimedModel);

TYPED_TEST_P(TimedModel, KeepsTheTokenOfADeadline) {
  holds(semaphore_bodies::keeps_the_token_of_a_deadline<TypeParam>);
}

REGISTER_TYPED_TEST_SUITE_P(TimedModel, KeepsTheTokenOfADeadline);

template <class Parker>
class ParkerModel : public testing::Test {};
TYPED_TEST_SUITE_P(ParkerModel);

TYPED_TEST_P(ParkerModel, ParksUntilUnparked) {
  holds(semaphore_bodies::parks_until_unparked<TypeParam>);
}

TYPED_TEST_P(ParkerModel, MissesNoNews) {
  holds(semaphore_bodies::misses_no_news<TypeParam>);
}

TYPED_TEST_P(ParkerModel, HearsTheSecondCall) {
  holds(semaphore_bodies::hears_the_second_call<TypeParam>);
}

TYPED_TEST_P(ParkerModel, MayDieWithItsToken) {
  holds(semaphore_bodies::dies_with_its_token<TypeParam>);
}

TYPED_TEST_P(ParkerModel, TakesTheTokenOfADeadline) {
  holds(semaphore_bodies::parks_for_a_while<TypeParam>);
}

REGISTER_TYPED_TEST_SUITE_P(ParkerModel, ParksUntilUnparked, MissesNoNews,
                            HearsTheSecondCall, MayDieWithItsToken,
                            TakesTheTokenOfADeadline);

}  // namespace semaphore_model
