// SPDX-License-Identifier: MIT
// What the headers promise beyond what every semaphore must do.
#include <gtest/gtest.h>

#include <chrono>
#include <cstddef>
#include <deque>
#include <semaphore>
#include <thread>
#include <type_traits>

#include "byte_suite.hpp"
#include "locksmith/byte_semaphore.hpp"
#include "locksmith/parker.hpp"
#include "locksmith/semaphore.hpp"
#include "steps/mutex_from_semaphore.hpp"
#include "testing/actor.hpp"
#include "testing/no_futex.hpp"

namespace {

using namespace std::chrono_literals;
using locksmith::binary_semaphore;
using locksmith::byte_semaphore;
using locksmith::counting_semaphore;
using locksmith::parker;
using testing_support::actor;

static_assert(sizeof(counting_semaphore<>) == 4);
static_assert(sizeof(byte_semaphore) == 1);
static_assert(sizeof(parker) == 4);
static_assert(counting_semaphore<>::max() == 65'535);
static_assert(binary_semaphore::max() == 1);
static_assert(!std::is_copy_constructible_v<counting_semaphore<>>);
static_assert(!std::is_move_constructible_v<counting_semaphore<>>);
static_assert(!std::is_copy_assignable_v<counting_semaphore<>>);
static_assert(std::is_trivially_destructible_v<counting_semaphore<>>);
static_assert(std::is_trivially_destructible_v<byte_semaphore>);
static_assert(!std::is_convertible_v<int, counting_semaphore<>>);

constinit counting_semaphore<> global{3};
constinit byte_semaphore global_byte{3};
constinit parker global_parker;

TEST(Semaphore, CanBeAGlobal) {
  for (int token = 0; token < 3; ++token) {
    EXPECT_TRUE(global.try_acquire());
    EXPECT_TRUE(global_byte.try_acquire());
  }
  EXPECT_FALSE(global.try_acquire());
  EXPECT_FALSE(global_byte.try_acquire());
  EXPECT_FALSE(global_parker.park_for(0s));
}

template <class Semaphore>
class Promise : public testing::Test {};
using every_semaphore =
    testing::Types<counting_semaphore<>, counting_semaphore<5>,
                   counting_semaphore<(1 << 24) - 1>, byte_semaphore>;
TYPED_TEST_SUITE(Promise, every_semaphore);

TYPED_TEST(Promise, MakesNoSystemCallWhenNobodyWaits) {
  if (!testing_support::can_forbid_calls()) GTEST_SKIP();
  EXPECT_EXIT(testing_support::run_without_futex([] {
                TypeParam semaphore{1};
                for (int round = 0; round < 1'000; ++round) {
                  semaphore.acquire();
                  semaphore.release(2);
                  if (!semaphore.try_acquire()) std::_Exit(2);
                }
              }),
              testing::ExitedWithCode(0), "");
}

template <class Semaphore>
[[noreturn]] void release_after_the_waiters_have_left() {
  Semaphore semaphore{0};
  for (int round = 0; round < 10; ++round) {
    if (semaphore.try_acquire_for(1us)) std::_Exit(2);
  }
  if (sizeof(semaphore) == 1) {
    // The byte cannot tell that its waiters have left: one last ring.
    semaphore.release();
    semaphore.acquire();
  }
  testing_support::run_without_futex([&] {
    semaphore.release();
    semaphore.acquire();
  });
}

TYPED_TEST(Promise, MakesNoSystemCallOnceTheWaitersHaveLeft) {
  if (!testing_support::can_forbid_calls()) GTEST_SKIP();
  EXPECT_EXIT(release_after_the_waiters_have_left<TypeParam>(),
              testing::ExitedWithCode(0), "");
}

TYPED_TEST(Promise, AReleaseOfNothingDoesNothing) {
  TypeParam semaphore{0};
  semaphore.release(0);
  EXPECT_FALSE(semaphore.try_acquire());
}

TYPED_TEST(Promise, FillsUpToItsMaximum) {
  TypeParam semaphore{0};
  semaphore.release(TypeParam::max());
  EXPECT_TRUE(semaphore.try_acquire());
  semaphore.release();
}

TYPED_TEST(Promise, ReleaseBeyondTheMaximumEndsTheProgram) {
  TypeParam semaphore{TypeParam::max()};
  EXPECT_DEATH(semaphore.release(), "release beyond max");
  TypeParam empty{0};
  EXPECT_DEATH(empty.release(TypeParam::max() + 1), "release beyond max");
  EXPECT_DEATH(empty.release(-1), "release beyond max");
}

TYPED_TEST(Promise, AFirstCountOutOfRangeEndsTheProgram) {
  EXPECT_DEATH(TypeParam{-1}, "first count is out of range");
  EXPECT_DEATH(TypeParam{TypeParam::max() + 1}, "first count is out of range");
}

TYPED_TEST(Promise, WaitsUntilAMomentOnAnotherClock) {
  TypeParam semaphore{0};
  const auto moment = std::chrono::system_clock::now() + 2ms;
  EXPECT_FALSE(semaphore.try_acquire_until(moment));
  EXPECT_GE(std::chrono::system_clock::now(), moment);
  semaphore.release();
  EXPECT_TRUE(semaphore.try_acquire_until(moment));
}

// A program that waits on more threads than the word can count must still work.
TEST(CountingSemaphore, ServesMoreThreadsThanItCanCount) {
  counting_semaphore<(1 << 24) - 1> semaphore{0};  // counts 255 waiters
  constexpr int crowd = 270;
  std::deque<actor> threads;
  for (int index = 0; index < crowd; ++index) {
    threads.emplace_back([&] { semaphore.acquire(); });
  }
  semaphore.release(crowd / 2);
  semaphore.release(crowd - crowd / 2);
  threads.clear();
  EXPECT_FALSE(semaphore.try_acquire());
}

TEST(CountingSemaphore, GivesUpInACrowdItCannotCount) {
  counting_semaphore<(1 << 24) - 1> semaphore{0};
  std::deque<actor> crowd;
  for (int index = 0; index < 255; ++index) {
    crowd.emplace_back([&] { semaphore.acquire(); }).until_asleep();
  }
  EXPECT_FALSE(semaphore.try_acquire_for(1ms));
  semaphore.release(255);
}

TEST(ByteSemaphore, NeighboursDoNotShareTokens) {
  byte_semaphore bytes[2]{byte_semaphore{0}, byte_semaphore{0}};
  actor first{[&] { bytes[0].acquire(); }};
  first.until_asleep();
  bytes[1].release();
  first.until_asleep();
  EXPECT_FALSE(first.done());
  bytes[0].release();
  first.join();
  EXPECT_TRUE(bytes[1].try_acquire());
}

TEST(Parker, GivesUpNoSoonerThanAsked) {
  parker p;
  const auto start = std::chrono::steady_clock::now();
  EXPECT_FALSE(p.park_for(3ms));
  EXPECT_GE(std::chrono::steady_clock::now() - start, 3ms);
  p.unpark();
  EXPECT_TRUE(p.park_for(-1s)) << "the token was there";
  EXPECT_FALSE(p.park_until(std::chrono::steady_clock::now()));
}

TEST(Parker, MakesNoSystemCallWhenTheTokenIsThere) {
  if (!testing_support::can_forbid_calls()) GTEST_SKIP();
  EXPECT_EXIT(testing_support::run_without_futex([] {
                parker p;
                for (int round = 0; round < 1'000; ++round) {
                  p.unpark();
                  p.unpark();
                  p.park();
                }
              }),
              testing::ExitedWithCode(0), "");
}

TEST(MutexFromSemaphore, Excludes) {
  steps::mutex_from_semaphore::mutex mutex;
  int count = 0;
  const auto add = [&] {
    for (int round = 0; round < 10'000; ++round) {
      const std::lock_guard lock{mutex};
      ++count;
    }
  };
  {
    const actor first{add};
    const actor second{add};
  }
  EXPECT_EQ(count, 20'000);
  EXPECT_TRUE(mutex.try_lock());
  EXPECT_FALSE(mutex.try_lock());
}

}  // namespace

namespace semaphore_suite {
INSTANTIATE_TYPED_TEST_SUITE_P(Right, ByteSuite, byte_semaphore);
}
