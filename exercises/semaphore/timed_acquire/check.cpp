// SPDX-License-Identifier: MIT
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <judge.hpp>
#include <thread>
#include <timed_acquire.hpp>

#include "promises.hpp"
#include "testing/actor.hpp"
#include "testing/no_futex.hpp"

namespace {

using exercise::semaphore;
using judge::RealThreads;
using testing_support::actor;
using namespace std::chrono_literals;

/// Nobody gives a token, so the deadline comes.
void gives_up_at_the_deadline() {
  semaphore semaphore{0};
  const auto end = locksmith::deadline_after(1h);
  interleave::require(!semaphore.try_acquire_until(end), "there was no token");
  interleave::require(std::chrono::steady_clock::now() >= end,
                      "it gives up no sooner than at the deadline");
}

/// The deadline has passed before the call, and there are two tokens.
void takes_a_token_after_the_deadline() {
  semaphore semaphore{2};
  interleave::require(semaphore.try_acquire_for(-1h), "there were two tokens");
  interleave::require(semaphore.try_acquire_for(0s), "there was one token");
  interleave::require(!semaphore.try_acquire_for(0s), "there was no token");
}

/// The deadline never comes, so the token must.
void waits_for_the_token() {
  semaphore semaphore{0};
  int parcel = 0;
  std::thread giver{[&] {
    parcel = 1;
    semaphore.release();
  }};
  interleave::require(semaphore.try_acquire_for(std::chrono::hours::max()),
                      "the token comes before the end of time");
  parcel = 2;
  giver.join();
}

/// One thread gives a token and takes it back, and gives it once more when it
/// is done. The other waits for a while.
void waits_on_when_it_is_overtaken() {
  semaphore semaphore{0};
  int number = 0;
  std::thread hasty{[&] {
    const auto end = locksmith::deadline_after(1h);
    if (semaphore.try_acquire_until(end)) {
      ++number;
      semaphore.release();
    } else {
      interleave::require(std::chrono::steady_clock::now() >= end,
                          "it gives up no sooner than at the deadline");
    }
  }};
  semaphore.release();
  semaphore.acquire();
  ++number;
  semaphore.release();
  hasty.join();
}

const bool promises = judge::in_every_execution(
    semaphore_promises::of_every_semaphore<semaphore>());
const bool timed_promises = judge::in_every_execution({
    {"GivesUpAtTheDeadline", gives_up_at_the_deadline},
    {"TakesATokenAfterTheDeadline", takes_a_token_after_the_deadline},
    {"WaitsForTheToken", waits_for_the_token},
    {"TimedWaitsOnWhenItIsOvertaken", waits_on_when_it_is_overtaken},
    {"KeepsTheTokenOfADeadline",
     semaphore_bodies::keeps_the_token_of_a_deadline<semaphore>},
});

TEST_F(RealThreads, GiveUpNoSoonerThanAsked) {
  semaphore semaphore{0};
  const auto start = std::chrono::steady_clock::now();
  EXPECT_FALSE(semaphore.try_acquire_for(5ms));
  EXPECT_GE(std::chrono::steady_clock::now() - start, 5ms);
}

TEST_F(RealThreads, AreWokenByARelease) {
  semaphore semaphore{0};
  std::atomic<bool> took{false};
  actor waiter{[&] { took = semaphore.try_acquire_for(1h); }};
  waiter.until_asleep();
  EXPECT_FALSE(waiter.done()) << "it did not wait";
  semaphore.release();
  waiter.join();
  EXPECT_TRUE(took);
}

TEST_F(RealThreads, LeaveNothingBehindWhenTheyGiveUp) {
  EXPECT_EXIT(testing_support::run_without_futex([] {
                semaphore semaphore{0};
                if (semaphore.try_acquire_for(0s)) std::abort();
                semaphore.release();
              }),
              testing::ExitedWithCode(0), "")
      << "release made a system call for a thread that had given up";
}

}  // namespace
