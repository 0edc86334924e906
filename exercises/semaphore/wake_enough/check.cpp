// SPDX-License-Identifier: MIT
#include <wake_enough.hpp>

#include "semaphore_suite.hpp"

namespace semaphore_suite {

using answers = testing::Types<exercise::semaphore>;
INSTANTIATE_TYPED_TEST_SUITE_P(Answer, SemaphoreSuite, answers);

}  // namespace semaphore_suite

namespace {

using testing_support::actor;

TEST(WakeEnough, EachTokenWakesOne) {
  constexpr int crowd = 6;
  exercise::semaphore semaphore{0};
  std::deque<actor> threads;
  for (int index = 0; index < crowd; ++index) {
    threads.emplace_back([&] { semaphore.acquire(); }).until_asleep();
  }
  semaphore.release(1);
  semaphore.release(2);
  semaphore.release(3);
  threads.clear();
  EXPECT_FALSE(semaphore.try_acquire()) << "a token was made from nothing";
}

}  // namespace
