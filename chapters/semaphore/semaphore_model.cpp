// SPDX-License-Identifier: MIT
#include "locksmith/byte_semaphore.hpp"
#include "locksmith/parker.hpp"
#include "locksmith/semaphore.hpp"
#include "semaphore_model_suite.hpp"
#include "steps/clock_before_token.hpp"
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
#include "testing/executions.hpp"

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

using namespace semaphore_bodies;
using interleave::FailureKind;
using testing_support::all_of;
using testing_support::breaks;
using testing_support::needs_its_orders;

// The wrong steps, each with the smallest program that breaks it.

// A spurious wake-up would break it as well; a thief is enough.
TEST(WrongSteps, IfInsteadOfWhile) {
  interleave::Options options;
  options.spurious_wakeups = false;
  breaks("if_instead_of_while",
         is_overtaken<steps::if_instead_of_while::semaphore>, FailureKind::race,
         options);
}

TEST(WrongSteps, CountBesideTheLock) {
  interleave::Options options;
  options.spurious_wakeups = false;  // they could save it
  breaks("count_beside_the_lock",
         hands_over<steps::count_beside_the_lock::semaphore>,
         FailureKind::deadlock, options);
}

TEST(WrongSteps, WakeOnTheFirstToken) {
  breaks("wake_on_the_first_token",
         wakes_one_for_each<steps::wake_on_the_first_token::semaphore>,
         FailureKind::deadlock);
}

TEST(WrongSteps, WaitersBesideTheCount) {
  breaks("waiters_beside_the_count",
         hands_over<steps::waiters_beside_the_count::semaphore>,
         FailureKind::deadlock);
}

TEST(WrongSteps, TouchAfterRelease) {
  breaks("touch_after_release",
         dies_with_its_last_token<steps::touch_after_release::semaphore>,
         FailureKind::race);
}

// In a time so short that it has passed whenever the hasty thread is woken.
TEST(WrongSteps, ClockBeforeToken) {
  breaks("clock_before_token",
         keeps_the_token_of_a_deadline<steps::clock_before_token::semaphore, 4>,
         FailureKind::deadlock);
}

TEST(WrongSteps, ParkerInTwoSteps) {
  breaks("parker_in_two_steps",
         hears_the_second_call<steps::parker_in_two_steps::parker>,
         FailureKind::deadlock);
}

// Programs that the reader schedules.

TEST(Schedules, CountBesideTheLock) {
  interleave::Options options;
  options.spurious_wakeups = false;
  all_of("count_beside_the_lock",
         hands_over<steps::count_beside_the_lock::semaphore>, options);
}

TEST(Schedules, WaitersBesideTheCount) {
  all_of("waiters_beside_the_count",
         hands_over<steps::waiters_beside_the_count::semaphore>);
}

// The orders of the headers, with the smallest programs that need them all.

TEST(Orders, Semaphore) {
  needs_its_orders("locksmith/semaphore.hpp",
                   {hands_over<locksmith::counting_semaphore<>>});
}

TEST(Orders, ByteSemaphore) {
  needs_its_orders("locksmith/byte_semaphore.hpp",
                   {hands_over<locksmith::byte_semaphore>});
}

TEST(Orders, WaitTable) {
  needs_its_orders("locksmith/wait_table.hpp",
                   {hands_over<locksmith::byte_semaphore>});
}

TEST(Orders, Parker) {
  needs_its_orders("locksmith/parker.hpp",
                   {parks_until_unparked<locksmith::parker>,
                    parks_for_a_while<locksmith::parker>});
}

}  // namespace semaphore_model
