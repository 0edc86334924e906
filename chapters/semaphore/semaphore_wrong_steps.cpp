// SPDX-License-Identifier: MIT
// The wrong steps of the chapter under the suites that must reject them.
#include "byte_suite.hpp"
#include "parker_suite.hpp"
#include "semaphore_suite.hpp"
#include "steps/byte_by_addition.hpp"
#include "steps/clock_before_token.hpp"
#include "steps/count_beside_the_lock.hpp"
#include "steps/if_instead_of_while.hpp"
#include "steps/parker_in_two_steps.hpp"
#include "steps/touch_after_release.hpp"
#include "steps/waiters_beside_the_count.hpp"
#include "steps/wake_on_the_first_token.hpp"
#include "timed_suite.hpp"

namespace semaphore_suite {

template <class Semaphore>
using only = testing::Types<Semaphore>;

INSTANTIATE_TYPED_TEST_SUITE_P(IfInsteadOfWhile, SemaphoreSuite,
                               only<steps::if_instead_of_while::semaphore>);
INSTANTIATE_TYPED_TEST_SUITE_P(CountBesideTheLock, SemaphoreSuite,
                               only<steps::count_beside_the_lock::semaphore>);
INSTANTIATE_TYPED_TEST_SUITE_P(WakeOnTheFirstToken, SemaphoreSuite,
                               only<steps::wake_on_the_first_token::semaphore>);
INSTANTIATE_TYPED_TEST_SUITE_P(
    WaitersBesideTheCount, SemaphoreSuite,
    only<steps::waiters_beside_the_count::semaphore>);
INSTANTIATE_TYPED_TEST_SUITE_P(TouchAfterRelease, SemaphoreSuite,
                               only<steps::touch_after_release::semaphore>);
INSTANTIATE_TYPED_TEST_SUITE_P(ClockBeforeToken, TimedSuite,
                               only<steps::clock_before_token::semaphore>);
INSTANTIATE_TYPED_TEST_SUITE_P(ByteByAddition, ByteSuite,
                               only<steps::byte_by_addition::semaphore>);
INSTANTIATE_TYPED_TEST_SUITE_P(ParkerInTwoSteps, ParkerSuite,
                               only<steps::parker_in_two_steps::parker>);

}  // namespace semaphore_suite
