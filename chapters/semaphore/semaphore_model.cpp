// SPDX-License-Identifier: MIT
#include "locksmith/byte_semaphore.hpp"
#include "locksmith/parker.hpp"
#include "locksmith/semaphore.hpp"
#include "semaphore_model_suite.hpp"
#include "steps/condition_variable.hpp"
#include "steps/count_beside_the_lock.hpp"
#include "steps/counting_from_binary.hpp"
#include "steps/if_instead_of_while.hpp"
#include "steps/one_word.hpp"
#include "steps/parker_in_two_steps.hpp"
#include "steps/touch_after_release.hpp"
#include "steps/waiters_beside_the_count.hpp"
#include "steps/wake_every_time.hpp"
#include "steps/wake_on_the_first_token.hpp"

namespace semaphore_model {

using semaphores = testing::Types<
    locksmith::counting_semaphore<>, locksmith::byte_semaphore,
    steps::condition_variable::semaphore, steps::wake_every_time::semaphore,
    steps::one_word::semaphore, steps::counting_from_binary::semaphore>;
INSTANTIATE_TYPED_TEST_SUITE_P(Right, SemaphoreModel, semaphores);

using timed_semaphores =
    testing::Types<locksmith::counting_semaphore<>, locksmith::byte_semaphore>;
INSTANTIATE_TYPED_TEST_SUITE_P(Right, TimedModel, timed_semaphores);

using parkers = testing::Types<locksmith::parker>;
INSTANTIATE_TYPED_TEST_SUITE_P(Right, ParkerModel, parkers);

// The wrong steps, each with the smallest program that breaks it.

void breaks(void (*body)(), interleave::FailureKind kind) {
  const interleave::Result result = interleave::explore(body);
  ASSERT_FALSE(result.ok()) << result;
  EXPECT_EQ(result.failure()->kind, kind) << result;
}

using interleave::FailureKind;

TEST(WrongSteps, IfInsteadOfWhile) {
  breaks(semaphore_bodies::is_overtaken<steps::if_instead_of_while::semaphore>,
         FailureKind::race);
}

TEST(WrongSteps, CountBesideTheLock) {
  breaks(semaphore_bodies::hands_over<steps::count_beside_the_lock::semaphore>,
         FailureKind::deadlock);
}

TEST(WrongSteps, WakeOnTheFirstToken) {
  breaks(semaphore_bodies::wakes_one_for_each<
             steps::wake_on_the_first_token::semaphore>,
         FailureKind::deadlock);
}

TEST(WrongSteps, WaitersBesideTheCount) {
  breaks(
      semaphore_bodies::hands_over<steps::waiters_beside_the_count::semaphore>,
      FailureKind::deadlock);
}

TEST(WrongSteps, ParkerInTwoSteps) {
  breaks(semaphore_bodies::misses_no_news<steps::parker_in_two_steps::parker>,
         FailureKind::deadlock);
}

TEST(WrongSteps, TouchAfterRelease) {
  const interleave::Result result =
      interleave::explore(semaphore_bodies::dies_with_its_last_token<
                          steps::touch_after_release::semaphore>);
  ASSERT_FALSE(result.ok()) << result;
  const FailureKind kind = result.failure()->kind;
  EXPECT_TRUE(kind == FailureKind::race || kind == FailureKind::use_after_free)
      << result;
}

}  // namespace semaphore_model
