// SPDX-License-Identifier: MIT
#include "locksmith/futex.hpp"

#include <gtest/gtest.h>
#include <sys/mman.h>

#include <atomic>
#include <chrono>
#include <cstdint>
#include <new>

#include "locksmith/deadline.hpp"
#include "locksmith/detail/futex_portable.hpp"
#include "testing/actor.hpp"

namespace {

using namespace std::chrono_literals;
using testing_support::actor;
using word = std::atomic<std::uint32_t>;

// One suite over every implementation: the platform's, and the one that stands
// in where the platform has none.
struct platform {
  static void wait(const word& w, std::uint32_t expected) {
    locksmith::futex_wait(w, expected);
  }
  static bool wait_until(const word& w, std::uint32_t expected,
                         locksmith::deadline end) {
    return locksmith::futex_wait_until(w, expected, end);
  }
  static void wake(word* w, int most) { locksmith::futex_wake(w, most); }
};

struct portable {
  static void wait(const word& w, std::uint32_t expected) {
    locksmith::detail::portable_futex::wait(w, expected);
  }
  static bool wait_until(const word& w, std::uint32_t expected,
                         locksmith::deadline end) {
    return locksmith::detail::portable_futex::wait_until(w, expected, end);
  }
  static void wake(word* w, int most) {
    locksmith::detail::portable_futex::wake(w, most);
  }
};

template <class Futex>
class FutexTest : public testing::Test {};
using implementations = testing::Types<platform, portable>;
TYPED_TEST_SUITE(FutexTest, implementations);

TYPED_TEST(FutexTest, ReturnsAtOnceIfTheWordDiffers) {
  const word w{1};
  TypeParam::wait(w, 0);
  EXPECT_TRUE(
      TypeParam::wait_until(w, 0, std::chrono::steady_clock::now() + 1h));
}

TYPED_TEST(FutexTest, SleepsUntilWoken) {
  word w{0};
  actor sleeper{[&] {
    while (w == 0) TypeParam::wait(w, 0);
  }};
  sleeper.until_asleep();
  EXPECT_FALSE(sleeper.done());
  w = 1;
  TypeParam::wake(&w, 1);
  sleeper.join();
}

TYPED_TEST(FutexTest, WakesAsManyAsAsked) {
  word w{0};
  const auto sleep = [&] {
    while (w == 0) TypeParam::wait(w, 0);
  };
  actor first{sleep};
  actor second{sleep};
  first.until_asleep();
  second.until_asleep();
  w = 1;
  TypeParam::wake(&w, 2);
  first.join();
  second.join();
}

TYPED_TEST(FutexTest, WakingNobodyDoesNothing) {
  word w{0};
  TypeParam::wake(&w, 0);
  TypeParam::wake(&w, 1);
  EXPECT_EQ(w, 0U);
}

TYPED_TEST(FutexTest, EndsNoSoonerThanTheDeadline) {
  const word w{0};
  const auto end = std::chrono::steady_clock::now() + 5ms;
  while (TypeParam::wait_until(w, 0, end)) {
  }
  EXPECT_GE(std::chrono::steady_clock::now(), end);
}

TYPED_TEST(FutexTest, ADeadlineLongPastEndsAtOnce) {
  const word w{0};
  EXPECT_FALSE(TypeParam::wait_until(w, 0, locksmith::deadline::min()));
  EXPECT_FALSE(TypeParam::wait_until(w, 0, locksmith::deadline{}));
}

TEST(Futex, WaitsForEverUntilTheLastDeadline) {
  word w{0};
  actor sleeper{[&] {
    while (w == 0) {
      EXPECT_TRUE(
          locksmith::futex_wait_until(w, 0, locksmith::deadline::max()));
    }
  }};
  sleeper.until_asleep();
  w = 1;
  locksmith::futex_wake(&w, 1);
  sleeper.join();
}

#if defined(__linux__)
TEST(Futex, WakingAWordThatIsGoneIsHarmless) {
  // A page that is not there any more, as after munmap.
  void* const page = ::mmap(nullptr, 4096, PROT_READ | PROT_WRITE,
                            MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  ASSERT_NE(page, MAP_FAILED);
  word* const w = new (page) word{0};
  ASSERT_EQ(::munmap(page, 4096), 0);
  locksmith::futex_wake(w, 1);
}
#endif

}  // namespace
