// SPDX-License-Identifier: MIT
#include "locksmith/semaphore.hpp"

#include "locksmith/byte_semaphore.hpp"
#include "locksmith/parker.hpp"
#include "parker_suite.hpp"
#include "semaphore_suite.hpp"
#include "steps/condition_variable.hpp"
#include "steps/counting_from_binary.hpp"
#include "steps/one_word.hpp"
#include "steps/wake_every_time.hpp"
#include "timed_suite.hpp"

namespace semaphore_suite {

using semaphores = testing::Types<
    locksmith::counting_semaphore<>, locksmith::counting_semaphore<3>,
    locksmith::byte_semaphore, steps::condition_variable::semaphore,
    steps::wake_every_time::semaphore, steps::one_word::semaphore,
    steps::counting_from_binary::semaphore>;
INSTANTIATE_TYPED_TEST_SUITE_P(Right, SemaphoreSuite, semaphores);

using timed_semaphores =
    testing::Types<locksmith::counting_semaphore<>, locksmith::byte_semaphore>;
INSTANTIATE_TYPED_TEST_SUITE_P(Right, TimedSuite, timed_semaphores);

using parkers = testing::Types<locksmith::parker>;
INSTANTIATE_TYPED_TEST_SUITE_P(Right, ParkerSuite, parkers);

}  // namespace semaphore_suite
