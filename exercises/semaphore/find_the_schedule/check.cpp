// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <condition_variable>
#include <cstddef>
#include <find_the_schedule.hpp>
#include <mutex>
#include <string>

#include "testing/schedule.hpp"

namespace {

using testing_support::at;
using testing_support::schedule;

// The right one, with the same points: release changes the count under the
// mutex.
class right_semaphore {
 public:
  explicit right_semaphore(std::ptrdiff_t count) : count_{count} {}

  void acquire() {
    std::unique_lock lock{mutex_};
    while (count_ == 0) {
      at("has seen zero");
      token_came_.wait(lock);
      at("is awake");
    }
    --count_;
    at("has a token");
  }

  bool try_acquire() {
    const std::lock_guard lock{mutex_};
    if (count_ == 0) return false;
    --count_;
    return true;
  }

  void release(std::ptrdiff_t update = 1) {
    const std::lock_guard lock{mutex_};
    count_ += update;
    at("has given");
    for (; update > 0; --update) {
      token_came_.notify_one();
      at("has notified");
    }
  }

 private:
  std::mutex mutex_;
  std::condition_variable token_came_;
  std::ptrdiff_t count_;
};

// Threads 1 and 2, which acquire, and thread 3, which releases two tokens.
template <class Semaphore>
class play {
 public:
  play()
      : stage_{{[this] { semaphore_.acquire(); },
                [this] { semaphore_.acquire(); },
                [this] { semaphore_.release(2); }}} {}

  // Wakes whoever has been left asleep.
  ~play() {
    stage_.open();
    for (int thread = 1; thread <= 2; ++thread) {
      while (!stage_.ended(thread)) {
        semaphore_.release();
        stage_.open();
      }
    }
  }

  play(play&&) = delete;

  testing_support::stage& stage() { return stage_; }
  Semaphore& semaphore() { return semaphore_; }

 private:
  Semaphore semaphore_{0};
  testing_support::stage stage_;
};

// The reader's schedule, played once for each of the questions.
class Schedule : public testing::Test {
 protected:
  Schedule() : fault_{wrong_.stage().play(exercise::answer())} {}

  [[nodiscard]] std::string where(int thread) {
    return "Thread " + std::to_string(thread) + ' ' +
           wrong_.stage().where(thread) + " when the schedule is over.";
  }

  play<exercise::semaphore> wrong_;
  const std::string fault_;
};

TEST_F(Schedule, CanBePlayed) {
  EXPECT_EQ(fault_, "") << "A thread that sleeps or waits for the mutex goes "
                           "on only after another has let it.";
}

TEST_F(Schedule, GivesAndNotifiesToTheEnd) {
  EXPECT_TRUE(wrong_.stage().ended(3))
      << where(3)
      << " As long as it has not come to its end, a notification "
         "may still come and wake the sleeper.";
}

TEST_F(Schedule, ServesThread1) {
  EXPECT_TRUE(wrong_.stage().ended(1))
      << where(1) << " It is to leave with its token.";
}

TEST_F(Schedule, LeavesThread2AsleepBesideAToken) {
  ASSERT_TRUE(wrong_.stage().asleep(2))
      << where(2) << " It is to sleep, and a token is to be there.";
  // Whatever has not been decided yet is decided now.
  wrong_.stage().open();
  ASSERT_TRUE(wrong_.stage().asleep(2))
      << "It woke up when all threads went on freely.";
  EXPECT_TRUE(wrong_.semaphore().try_acquire())
      << "There is no token, so it sleeps rightly.";
}

TEST_F(Schedule, DoesNotBreakARightSemaphore) {
  // Either it cannot be played, because release waits for the mutex, or it does
  // no harm.
  play<right_semaphore> right;
  static_cast<void>(right.stage().play(exercise::answer()));
  right.stage().open();
  for (int thread = 1; thread <= 3; ++thread) {
    EXPECT_TRUE(right.stage().ended(thread)) << right.stage().where(thread);
  }
}

TEST(TheSemaphore, IsStillTheOneToBreak) {
  // Without interference it serves both threads.
  play<exercise::semaphore> quiet;
  EXPECT_EQ(quiet.stage().play({{1, "has seen zero"},
                                {1, "asleep"},
                                {2, "has seen zero"},
                                {2, "asleep"},
                                {3, "has given"},
                                {3, "has notified"},
                                {3, "end"},
                                {1, "is awake"},
                                {1, "end"},
                                {2, "end"}}),
            "")
      << "The code of the semaphore is not to be changed, nor its points.";
}

}  // namespace
