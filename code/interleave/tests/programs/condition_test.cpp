// SPDX-License-Identifier: MIT
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "verdict.hpp"

using interleave::FailureKind;

TEST(ConditionVariable, WakesTheWaiter) {
  expect_passes([] {
    std::mutex mutex;
    std::condition_variable changed;
    bool ready = false;
    std::thread waiter{[&] {
      std::unique_lock lock{mutex};
      changed.wait(lock, [&] { return ready; });
    }};
    {
      const std::lock_guard lock{mutex};
      ready = true;
    }
    changed.notify_one();
    waiter.join();
  });
}

TEST(ConditionVariable, LostWakeUpIsADeadlock) {
  expect_fails(
      [] {
        std::mutex mutex;
        std::condition_variable changed;
        std::thread waiter{[&] {
          std::unique_lock lock{mutex};
          changed.wait(lock);
        }};
        changed.notify_one();
        waiter.join();
      },
      FailureKind::deadlock, "sleeps on the condition variable");
}

// The wake-up that is lost here needs no whim, so none is shown.
TEST(ConditionVariable, AFailureIsShownWithoutSpuriousWakeUps) {
  const auto result = expect_fails(
      [] {
        std::mutex mutex;
        std::condition_variable condition;
        int ready = 0;
        const auto wait = [&] {
          std::unique_lock lock{mutex};
          condition.wait(lock, [&] { return ready > 0; });
        };
        std::thread first{wait};
        std::thread second{wait};
        {
          const std::lock_guard lock{mutex};
          ready = 2;
        }
        condition.notify_one();
        first.join();
        second.join();
      },
      FailureKind::deadlock);
  for (const interleave::Step& step : result.failure()->execution.steps) {
    EXPECT_FALSE(step.operation.starts_with("spurious")) << result;
  }
}

TEST(ConditionVariable, WakesUpSpuriously) {
  const auto body = [] {
    std::mutex mutex;
    std::condition_variable changed;
    bool ready = false;
    std::thread waiter{[&] {
      std::unique_lock lock{mutex};
      if (!ready) {
        changed.wait(lock);
      }
      interleave::require(ready, "woken for a reason");
    }};
    {
      const std::lock_guard lock{mutex};
      ready = true;
    }
    changed.notify_one();
    waiter.join();
  };
  expect_fails(body, FailureKind::requirement, "woken for a reason");
  interleave::Options options;
  options.spurious_wakeups = false;
  expect_passes(body, options);
}

TEST(ConditionVariable, NotifyOneWakesAnyOfTwo) {
  interleave::Options options;
  options.spurious_wakeups = false;
  const auto result = expect_passes(
      [] {
        std::mutex mutex;
        std::condition_variable changed;
        int tokens = 0;
        std::string order;
        const auto take = [&](const char* name) {
          std::unique_lock lock{mutex};
          while (tokens == 0) {
            changed.wait(lock);
          }
          --tokens;
          order += name;
        };
        std::thread a{take, "a"};
        std::thread b{take, "b"};
        for (int k = 0; k < 2; ++k) {
          {
            const std::lock_guard lock{mutex};
            ++tokens;
          }
          changed.notify_one();
        }
        a.join();
        b.join();
        interleave::observe(order);
      },
      options);
  EXPECT_TRUE(result.outcomes().contains("ab"));
  EXPECT_TRUE(result.outcomes().contains("ba"));
}

TEST(ConditionVariable, WaitForHasBothOutcomes) {
  const auto result = expect_passes([] {
    std::mutex mutex;
    std::condition_variable changed;
    bool ready = false;
    std::thread notifier{[&] {
      {
        const std::lock_guard lock{mutex};
        ready = true;
      }
      changed.notify_one();
    }};
    {
      std::unique_lock lock{mutex};
      const bool woken = changed.wait_for(lock, std::chrono::milliseconds{1},
                                          [&] { return ready; });
      interleave::observe(woken ? "ready" : "timeout");
    }
    notifier.join();
  });
  EXPECT_EQ(result.outcomes().size(), 2U);
}
