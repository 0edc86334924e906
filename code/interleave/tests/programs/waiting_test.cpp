// SPDX-License-Identifier: MIT
#include <linux/futex.h>
#include <semaphore.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <atomic>
#include <barrier>
#include <climits>
#include <ctime>
#include <latch>
#include <mutex>
#include <semaphore>
#include <stop_token>
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

TEST(PosixSemaphore, ATimedWaitThatNobodyEndsIsNoDeadlock) {
  expect_passes([] {
    sem_t semaphore;
    sem_init(&semaphore, 0, 0);
    const timespec far{1'000'000'000'000, 0};
    interleave::observe(sem_timedwait(&semaphore, &far) == 0 ? "taken"
                                                             : "late");
    sem_destroy(&semaphore);
  });
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

TEST(AtomicWait, NotifyWakes) {
  expect_passes([] {
    std::atomic<int> word{0};
    std::thread waiter{[&] { word.wait(0, std::memory_order_acquire); }};
    word.store(1, std::memory_order_release);
    word.notify_one();
    waiter.join();
  });
}

TEST(AtomicWait, WithoutNotifyItHangs) {
  expect_fails(
      [] {
        std::atomic<long> word{0};
        std::thread waiter{[&] { word.wait(0); }};
        word.store(1);
        waiter.join();
      },
      FailureKind::deadlock);
}

TEST(AtomicWait, WorksForFlags) {
  expect_passes([] {
    std::atomic_flag flag;
    std::thread waiter{[&] { flag.wait(false); }};
    flag.test_and_set();
    flag.notify_all();
    waiter.join();
  });
}

TEST(CountingSemaphore, KeepsItsTokens) {
  expect_passes([] {
    std::counting_semaphore<1> semaphore{1};
    int count = 0;
    const auto add = [&] {
      semaphore.acquire();
      ++count;
      semaphore.release();
    };
    std::thread other{add};
    add();
    other.join();
    interleave::require(count == 2, "both counted");
  });
}

TEST(Latch, OpensWhenAllHaveCome) {
  expect_passes([] {
    std::latch latch{2};
    int value = 0;
    std::thread other{[&] {
      value = 1;
      latch.count_down();
    }};
    latch.arrive_and_wait();
    interleave::require(value == 1, "the other has come");
    other.join();
  });
}

TEST(Barrier, SeparatesPhases) {
  expect_passes([] {
    std::barrier barrier{2};
    int a = 0;
    int b = 0;
    std::thread other{[&] {
      a = 1;
      barrier.arrive_and_wait();
      interleave::require(b == 1, "both have come");
    }};
    b = 1;
    barrier.arrive_and_wait();
    interleave::require(a == 1, "both have come");
    other.join();
  });
}

TEST(PosixSemaphore, PassesTokens) {
  expect_passes([] {
    sem_t semaphore;
    sem_init(&semaphore, 0, 0);
    int value = 0;
    std::thread other{[&] {
      value = 1;
      sem_post(&semaphore);
    }};
    sem_wait(&semaphore);
    interleave::require(value == 1, "the token came after the value");
    other.join();
    sem_destroy(&semaphore);
  });
}

TEST(CallOnce, HappensOnce) {
  expect_passes([] {
    std::once_flag flag;
    int count = 0;
    const auto first = [&] { std::call_once(flag, [&] { ++count; }); };
    std::thread other{first};
    first();
    interleave::require(count == 1, "once");
    other.join();
  });
}

TEST(JThread, StopsAndJoins) {
  expect_passes([] {
    std::atomic<int> rounds{0};
    std::jthread worker{[&](const std::stop_token& stop) {
      while (!stop.stop_requested()) {
        rounds.store(1, std::memory_order_relaxed);
        std::this_thread::yield();
        break;
      }
    }};
    worker.request_stop();
  });
}
