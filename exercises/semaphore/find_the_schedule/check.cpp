// SPDX-License-Identifier: MIT
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <find_the_schedule.hpp>
#include <iostream>
#include <judge.hpp>
#include <mutex>

#include "semaphore_bodies.hpp"

namespace {

using judge::Checker;
using judge::RealThreads;
using judge::verdict;

// The same, but who sleeps is counted by the sleeper.
class right_semaphore {
 public:
  explicit right_semaphore(std::ptrdiff_t count) : count_{count} {}

  void acquire() {
    std::unique_lock lock{mutex_};
    while (count_ == 0) {
      ++sleepers_;
      token_came_.wait(lock);
      --sleepers_;
    }
    --count_;
  }

  void release(std::ptrdiff_t update = 1) {
    const std::lock_guard lock{mutex_};
    count_ += update;
    for (std::ptrdiff_t told = 0; told < update && told < sleepers_; ++told) {
      token_came_.notify_one();
    }
  }

 private:
  std::mutex mutex_;
  std::condition_variable token_came_;
  std::ptrdiff_t count_;
  std::ptrdiff_t sleepers_ = 0;
};

// So many executions are enough for the smallest program many times over.
constexpr std::uint64_t most = 20'000;

using Program = Checker;

TEST_F(Program, PassesWithARightOne) {
  const verdict found =
      judge::explore(exercise::program<right_semaphore>, most);
  EXPECT_TRUE(found.ok) << "With a right semaphore it fails as well, so it "
                           "proves nothing:\n"
                        << found.text;
  EXPECT_TRUE(!found.ok || found.exhaustive)
      << "The program is too large: it has more than " << most
      << " executions. Three threads are enough.";
}

TEST_F(Program, BreaksTheSemaphore) {
  const verdict found =
      judge::explore(exercise::program<exercise::semaphore>, most);
  ASSERT_FALSE(found.ok) << "Whatever the threads do, it comes to its end in "
                            "every execution:\n"
                         << found.text;
  EXPECT_EQ(found.kind, "deadlock")
      << "The program proves something else: it fails, but nobody sleeps "
         "beside a token.\n"
      << found.text;
  // What the exercise is about.
  if (found.kind == "deadlock") std::cout << found.text;
}

TEST_F(Checker, IsGivenTheSemaphoreAsItWas) {
  using namespace semaphore_bodies;
  for (void (*const body)() : {hands_over<exercise::semaphore>,
                               wakes_as_many_as_given<exercise::semaphore>}) {
    const verdict found = judge::explore(body);
    EXPECT_TRUE(found.ok) << "The semaphore is not to be changed:\n"
                          << found.text;
  }
  EXPECT_FALSE(judge::explore(is_overtaken<exercise::semaphore>).ok)
      << "The semaphore is not to be mended; it is to be broken.";
}

TEST_F(RealThreads, ComeToTheirEndWithARightOne) {
  exercise::program<right_semaphore>();
}

}  // namespace
