// SPDX-License-Identifier: MIT
#include <parker.hpp>

#include "parker_suite.hpp"
#include "testing/give_way.hpp"
#include "testing/no_futex.hpp"

namespace semaphore_suite {

using answers = testing::Types<exercise::parker>;
INSTANTIATE_TYPED_TEST_SUITE_P(Answer, ParkerSuite, answers);

}  // namespace semaphore_suite

namespace {

using exercise::parker;
using testing_support::actor;
using testing_support::one_processor;

[[noreturn]] void use_without_a_sleeper() {
  parker parker;
  // Once asleep, and awake again before the kernel is out of bounds.
  {
    const actor owner{[&] { parker.park(); }};
    owner.until_asleep();
    parker.unpark();
  }
  testing_support::run_without_futex([&] {
    for (int round = 0; round < 100; ++round) {
      parker.unpark();
      parker.unpark();
      parker.park();
    }
  });
}

TEST(ParkerAnswer, StaysOutOfTheKernelWhenNobodySleeps) {
  EXPECT_EXIT(use_without_a_sleeper(), testing::ExitedWithCode(0), "")
      << "park with a token there, or unpark with nobody asleep, made a futex "
         "system call";
}

TEST(ParkerAnswer, WhoIsWokenFindsTheToken) {
  // The owner runs as soon as it is woken, before unpark goes on; if not in the
  // first round, then in another.
  for (int round = 0; round < 3; ++round) {
    parker parker;
    actor owner{[&] {
      const one_processor here;
      parker.park();
    }};
    owner.until_asleep();
    actor waker{[&] {
      const one_processor here;
      testing_support::give_way();
      parker.unpark();
    }};
    waker.join();
    owner.join();
  }
}

}  // namespace
