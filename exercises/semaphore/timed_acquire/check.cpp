// SPDX-License-Identifier: MIT
#include <timed_acquire.hpp>

#include "semaphore_suite.hpp"
#include "timed_suite.hpp"

namespace semaphore_suite {

using answers = testing::Types<exercise::semaphore>;
INSTANTIATE_TYPED_TEST_SUITE_P(Answer, SemaphoreSuite, answers);
INSTANTIATE_TYPED_TEST_SUITE_P(Answer, TimedSuite, answers);

}  // namespace semaphore_suite
