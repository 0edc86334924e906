// SPDX-License-Identifier: MIT
// Virtual time: how long sleeps are, and how timed waits end.
#include <linux/futex.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <ctime>
#include <mutex>
#include <thread>

#include "verdict.hpp"

using interleave::FailureKind;
using std::chrono::hours;
using std::chrono::steady_clock;

TEST(Clock, ASleepLastsAsLongAsItIsToLast) {
  expect_passes([] {
    const auto start = steady_clock::now();
    std::this_thread::sleep_for(hours{2});
    interleave::require(steady_clock::now() - start >= hours{2}, "slept");
    std::this_thread::sleep_until(start + hours{3});
    interleave::require(steady_clock::now() >= start + hours{3}, "slept on");
  });
}

TEST(Clock, EveryClockIsVirtual) {
  expect_passes([] {
    const std::time_t before = std::time(nullptr);
    const std::clock_t used = std::clock();
    std::this_thread::sleep_for(hours{1});
    timespec now{};
    std::timespec_get(&now, TIME_UTC);
    interleave::require(now.tv_sec >= before + 3600, "an hour later");
    interleave::require(std::clock() - used >= 3600L * CLOCKS_PER_SEC, "too");
    interleave::require(std::chrono::system_clock::now() >=
                            std::chrono::system_clock::from_time_t(now.tv_sec),
                        "all alike");
  });
}

TEST(Clock, JoinedThreadsShareTheirTime) {
  expect_passes([] {
    const auto start = steady_clock::now();
    std::thread sleeper{[] { std::this_thread::sleep_for(hours{1}); }};
    sleeper.join();
    interleave::require(steady_clock::now() - start >= hours{1}, "it is late");
  });
}

// Once a wait that had timed out left the clock where it was, so that
// `wait_for` took it for a wake-up and nobody was ever late.
TEST(Clock, AConditionIsWaitedForUntilTheDeadline) {
  const auto result = expect_passes([] {
    std::mutex mutex;
    std::condition_variable condition;
    bool ready = false;
    std::thread waiter{[&] {
      std::unique_lock lock{mutex};
      const bool in_time =
          condition.wait_for(lock, hours{1}, [&] { return ready; });
      interleave::observe(in_time ? "in time" : "late");
    }};
    {
      const std::lock_guard lock{mutex};
      ready = true;
    }
    condition.notify_one();
    waiter.join();
  });
  EXPECT_EQ(result.outcomes().count("late"), 1U) << result;
  EXPECT_EQ(result.outcomes().count("in time"), 1U) << result;
}

// Woken, but it takes until after the deadline to look at the clock.
TEST(Clock, WhoIsWokenMayBeLateAllTheSame) {
  const auto result = expect_passes([] {
    std::atomic<int> word{0};
    const auto end = steady_clock::now() + hours{1};
    std::thread waker{[&] {
      word.store(1, std::memory_order_relaxed);
      syscall(SYS_futex, &word, FUTEX_WAKE_PRIVATE, 1);
    }};
    const timespec hour{3600, 0};
    const bool woken =
        syscall(SYS_futex, &word, FUTEX_WAIT_PRIVATE, 0, &hour) == 0;
    const bool late = steady_clock::now() >= end;
    interleave::observe(woken ? (late ? "woken, late" : "woken") : "not woken");
    waker.join();
  });
  EXPECT_EQ(result.outcomes().count("woken"), 1U) << result;
  EXPECT_EQ(result.outcomes().count("woken, late"), 1U) << result;
}

TEST(Clock, AWaitWhoseTimeIsUpEndsAtOnce) {
  const auto result = expect_passes([] {
    const std::atomic<int> word{0};
    const timespec past{1, 0};
    const long end = syscall(SYS_futex, &word, FUTEX_WAIT_BITSET_PRIVATE, 0,
                             &past, nullptr, FUTEX_BITSET_MATCH_ANY);
    interleave::require(end == -1 && errno == ETIMEDOUT, "it timed out");
  });
  EXPECT_EQ(result.executions(), 1U) << result;
}

TEST(Clock, ATimedMutexIsGivenUpAtItsTime) {
  const auto result = expect_passes([] {
    std::timed_mutex mutex;
    const auto end = steady_clock::now() + hours{1};
    std::thread holder{[&] { const std::lock_guard lock{mutex}; }};
    if (mutex.try_lock_until(end)) {
      interleave::observe("locked");
      mutex.unlock();
    } else {
      interleave::require(steady_clock::now() >= end, "not before its time");
      interleave::observe("late");
    }
    holder.join();
  });
  EXPECT_EQ(result.outcomes().size(), 2U) << result;
}

// The time is up and a token is there: whoever looks at the clock first leaves
// with the wake-up that was meant for another.
TEST(Clock, LookingAtTheClockFirstLosesAToken) {
  expect_fails(
      [] {
        std::atomic<int> tokens{0};
        const auto futex = [&](int operation, int value, const timespec* time) {
          return syscall(SYS_futex, &tokens, operation, value, time);
        };
        const auto take = [&] {
          int one = 1;
          return tokens.compare_exchange_strong(one, 0);
        };
        std::thread patient{[&] {
          while (!take()) futex(FUTEX_WAIT_PRIVATE, 0, nullptr);
        }};
        std::thread hasty{[&] {
          const timespec hour{3600, 0};
          const auto end = steady_clock::now() + hours{1};
          while (!take()) {
            futex(FUTEX_WAIT_PRIVATE, 0, &hour);
            if (steady_clock::now() >= end) return;
          }
          tokens.store(1);
          futex(FUTEX_WAKE_PRIVATE, 1, nullptr);
        }};
        tokens.store(1);
        futex(FUTEX_WAKE_PRIVATE, 1, nullptr);
        patient.join();
        hasty.join();
      },
      FailureKind::deadlock, "sleeps on the address");
}
