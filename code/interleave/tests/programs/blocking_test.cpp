// SPDX-License-Identifier: MIT
#include <semaphore.h>

#include <atomic>
#include <barrier>
#include <ctime>
#include <latch>
#include <mutex>
#include <semaphore>
#include <stop_token>
#include <thread>

#include "verdict.hpp"

using interleave::FailureKind;

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
