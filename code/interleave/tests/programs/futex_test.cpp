// SPDX-License-Identifier: MIT
#include <linux/futex.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <atomic>
#include <climits>
#include <ctime>
#include <thread>

#include "verdict.hpp"

using interleave::FailureKind;

namespace {

void futex_wait(std::atomic<int>& word, int expected) {
  syscall(SYS_futex, &word, FUTEX_WAIT_PRIVATE, expected, nullptr);
}
void futex_wake(std::atomic<int>& word, int count) {
  syscall(SYS_futex, &word, FUTEX_WAKE_PRIVATE, count);
}

}  // namespace

TEST(Futex, WakesWhoWaits) {
  expect_passes([] {
    std::atomic<int> word{0};
    std::thread waiter{[&] {
      while (word.load(std::memory_order_acquire) == 0) {
        futex_wait(word, 0);
      }
    }};
    word.store(1, std::memory_order_release);
    futex_wake(word, 1);
    waiter.join();
  });
}

TEST(Futex, WithoutTheWakeItHangs) {
  expect_fails(
      [] {
        std::atomic<int> word{0};
        std::thread waiter{[&] {
          while (word.load(std::memory_order_acquire) == 0) {
            futex_wait(word, 0);
          }
        }};
        word.store(1, std::memory_order_release);
        waiter.join();
      },
      FailureKind::deadlock, "sleeps on the address");
}

// Once the checker took a sleep that its time will end for one without end.
TEST(Futex, ATimedWaitThatNobodyEndsIsNoDeadlock) {
  const auto result = expect_passes([] {
    const std::atomic<int> word{0};
    const timespec hour{3600, 0};
    std::thread waiter{[&] {
      const long end = syscall(SYS_futex, &word, FUTEX_WAIT_PRIVATE, 0, &hour);
      interleave::observe(end == 0 ? "woken" : "timed out");
    }};
    waiter.join();
  });
  EXPECT_EQ(result.outcomes().count("timed out"), 1U) << result;
  EXPECT_EQ(result.outcomes().count("woken"), 0U) << result;
}

TEST(Futex, ATimedWaitHidesNoDeadlock) {
  expect_fails(
      [] {
        std::atomic<int> word{0};
        std::atomic<int> other{0};
        const timespec hour{3600, 0};
        std::thread waiter{[&] { futex_wait(other, 0); }};
        syscall(SYS_futex, &word, FUTEX_WAIT_PRIVATE, 0, &hour);
        waiter.join();
      },
      FailureKind::deadlock, "sleeps on the address");
}

TEST(Futex, WakeBeforeTheStoreIsLost) {
  expect_fails(
      [] {
        std::atomic<int> word{0};
        std::thread waiter{[&] {
          while (word.load(std::memory_order_relaxed) == 0) {
            futex_wait(word, 0);
          }
        }};
        futex_wake(word, 1);
        word.store(1, std::memory_order_relaxed);
        waiter.join();
      },
      FailureKind::deadlock);
}

TEST(Futex, RelaxedIsEnoughForTheKernelsGuarantee) {
  expect_passes([] {
    std::atomic<int> word{0};
    std::thread waiter{[&] {
      while (word.load(std::memory_order_relaxed) == 0) {
        futex_wait(word, 0);
      }
    }};
    word.store(1, std::memory_order_relaxed);
    futex_wake(word, INT_MAX);
    waiter.join();
  });
}

TEST(Futex, RequeueMovesTheWaiters) {
  const auto body = [](bool wake) {
    return [wake] {
      std::atomic<int> a{0};
      std::atomic<int> b{0};
      const auto wait = [&] {
        while (a.load(std::memory_order_relaxed) == 0) {
          futex_wait(a, 0);
        }
      };
      std::thread first{wait};
      std::thread second{wait};
      a.store(1, std::memory_order_relaxed);
      syscall(SYS_futex, &a, FUTEX_REQUEUE_PRIVATE, 1, INT_MAX, &b, 0);
      if (wake) {
        futex_wake(b, INT_MAX);
      }
      first.join();
      second.join();
    };
  };
  expect_passes(body(true));
  expect_fails(body(false), FailureKind::deadlock);
}
