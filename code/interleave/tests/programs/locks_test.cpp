// SPDX-License-Identifier: MIT
#include <chrono>
#include <mutex>
#include <shared_mutex>
#include <thread>

#include "verdict.hpp"

using interleave::FailureKind;

TEST(Mutex, ExcludesAndOrders) {
  const auto result = expect_passes([] {
    std::mutex mutex;
    int count = 0;
    const auto add = [&] {
      const std::lock_guard lock{mutex};
      ++count;
    };
    std::thread a{add};
    std::thread b{add};
    a.join();
    b.join();
    interleave::require(count == 2, "both counted");
  });
  EXPECT_EQ(result.executions(), 2U);
}

TEST(Mutex, ThreeThreadsTakeTurns) {
  const auto result = expect_passes([] {
    std::mutex mutex;
    int count = 0;
    const auto add = [&] {
      const std::lock_guard lock{mutex};
      ++count;
    };
    std::thread a{add};
    std::thread b{add};
    std::thread c{add};
    a.join();
    b.join();
    c.join();
  });
  EXPECT_EQ(result.executions(), 6U);
}

TEST(Mutex, OppositeOrdersDeadlock) {
  const auto result = expect_fails(
      [] {
        std::mutex a;
        std::mutex b;
        std::thread other{[&] {
          const std::lock_guard first{b};
          const std::lock_guard second{a};
        }};
        {
          const std::lock_guard first{a};
          const std::lock_guard second{b};
        }
        other.join();
      },
      FailureKind::deadlock, "waits for the mutex, which thread 1 holds");
  EXPECT_NE(result.failure()->sentence.find("which main holds"),
            std::string::npos);
}

TEST(Mutex, TryLockHasBothOutcomes) {
  const auto result = expect_passes([] {
    std::mutex mutex;
    std::thread other{[&] { const std::lock_guard lock{mutex}; }};
    if (mutex.try_lock()) {
      interleave::observe("locked");
      mutex.unlock();
    } else {
      interleave::observe("busy");
    }
    other.join();
  });
  EXPECT_TRUE(result.outcomes().contains("locked"));
  EXPECT_TRUE(result.outcomes().contains("busy"));
}

TEST(Mutex, UnlockByAStrangerIsMisuse) {
  expect_fails(
      [] {
        std::mutex mutex;
        mutex.lock();
        std::thread{[&] { mutex.unlock(); }}.join();
      },
      FailureKind::misuse, "that another holds");
}

TEST(Mutex, LockingTwiceIsMisuse) {
  expect_fails(
      [] {
        std::mutex mutex;
        mutex.lock();
        mutex.lock();
      },
      FailureKind::misuse, "holds already");
}

TEST(Mutex, DestroyedWhileHeldIsMisuse) {
  expect_fails(
      [] {
        auto* const mutex = new std::mutex;
        mutex->lock();
        delete mutex;
      },
      FailureKind::misuse, "while it is held");
}

TEST(RecursiveMutex, CountsItsLocks) {
  expect_passes([] {
    std::recursive_mutex mutex;
    int count = 0;
    const auto add = [&] {
      const std::lock_guard outer{mutex};
      const std::lock_guard inner{mutex};
      ++count;
    };
    std::thread other{add};
    add();
    other.join();
  });
}

TEST(TimedMutex, MayTimeOut) {
  const auto result = expect_passes([] {
    std::timed_mutex mutex;
    std::thread other{[&] { const std::lock_guard lock{mutex}; }};
    if (mutex.try_lock_for(std::chrono::seconds{1})) {
      interleave::observe("locked");
      mutex.unlock();
    } else {
      interleave::observe("timeout");
    }
    other.join();
  });
  EXPECT_EQ(result.outcomes().size(), 2U);
}

TEST(SharedMutex, LetsReadersIn) {
  expect_passes([] {
    std::shared_mutex mutex;
    int value = 0;
    std::thread writer{[&] {
      const std::unique_lock lock{mutex};
      value = 1;
    }};
    std::thread reader{[&] {
      const std::shared_lock lock{mutex};
      interleave::observe(value == 0 ? "old" : "new");
    }};
    {
      const std::shared_lock lock{mutex};
      static_cast<void>(value == 0);
    }
    writer.join();
    reader.join();
  });
}

TEST(SharedMutex, ReadersDoNotExcludeEachOther) {
  expect_fails(
      [] {
        std::shared_mutex mutex;
        int value = 0;
        const auto write = [&] {
          const std::shared_lock lock{mutex};
          ++value;
        };
        std::thread other{write};
        write();
        other.join();
      },
      FailureKind::race);
}
