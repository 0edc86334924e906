// SPDX-License-Identifier: MIT
#include "locksmith/deadline.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <cmath>
#include <cstdint>

namespace {

using namespace std::chrono_literals;
using locksmith::attempt_until;
using locksmith::deadline;
using locksmith::deadline_after;
using std::chrono::duration;
using std::chrono::steady_clock;

TEST(DeadlineAfter, LiesNoSoonerThanTheTimeout) {
  const deadline before = steady_clock::now();
  const deadline end = deadline_after(10ms);
  EXPECT_GE(end, before + 10ms);
  EXPECT_LE(end, steady_clock::now() + 10ms);
}

TEST(DeadlineAfter, RoundsUp) {
  using picoseconds = duration<std::int64_t, std::pico>;
  const deadline before = steady_clock::now();
  EXPECT_GE(deadline_after(picoseconds{1}), before + 1ns);
}

TEST(DeadlineAfter, NothingOrLessIsNow) {
  for (const deadline end : {deadline_after(0s), deadline_after(-1h),
                             deadline_after(std::chrono::hours::min()),
                             deadline_after(duration<double>{std::nan("")})}) {
    EXPECT_LE(end, steady_clock::now());
  }
}

TEST(DeadlineAfter, BeyondTheClockIsItsLastMoment) {
  EXPECT_EQ(deadline_after(std::chrono::hours::max()), deadline::max());
  EXPECT_EQ(deadline_after(std::chrono::nanoseconds::max()), deadline::max());
  EXPECT_EQ(deadline_after(duration<double>{INFINITY}), deadline::max());
}

/// A clock that a test sets.
struct set_clock {
  using duration = std::chrono::milliseconds;
  using rep = duration::rep;
  using period = duration::period;
  using time_point = std::chrono::time_point<set_clock>;
  [[maybe_unused]] static constexpr bool is_steady = false;
  static time_point now() { return time_point{present}; }
  static inline duration present{0};
};

TEST(AttemptUntil, PassesASteadyDeadlineOn) {
  const deadline end = steady_clock::now() + 1h;
  EXPECT_TRUE(attempt_until(end, [&](deadline given) { return given == end; }));
}

TEST(AttemptUntil, TriesOnceEvenIfItIsTooLate) {
  int attempts = 0;
  const auto fail = [&](deadline) {
    ++attempts;
    return false;
  };
  set_clock::present = 10ms;
  EXPECT_FALSE(attempt_until(set_clock::time_point{5ms}, fail));
  EXPECT_EQ(attempts, 1);
}

TEST(AttemptUntil, TriesAgainIfTheClockWasSetBack) {
  set_clock::present = 0ms;
  int attempts = 0;
  EXPECT_FALSE(attempt_until(set_clock::time_point{10ms}, [&](deadline) {
    // The first attempt ends with the clock at 5 ms: someone has set it back.
    set_clock::present = ++attempts == 1 ? 5ms : 10ms;
    return false;
  }));
  // The last one finds the clock at 10 ms.
  EXPECT_EQ(attempts, 3);
}

}  // namespace
