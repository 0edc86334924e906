// SPDX-License-Identifier: MIT
#include <deque>
#include <judge.hpp>
#include <wake_enough.hpp>

#include "promises.hpp"
#include "testing/actor.hpp"

namespace {

using exercise::semaphore;
using judge::RealThreads;
using testing_support::actor;

const bool promises = judge::in_every_execution(
    semaphore_promises::of_every_semaphore<semaphore>());

TEST_F(RealThreads, EachTokenWakesOne) {
  constexpr int crowd = 6;
  semaphore semaphore{0};
  std::deque<actor> threads;
  for (int index = 0; index < crowd; ++index) {
    threads.emplace_back([&] { semaphore.acquire(); }).until_asleep();
  }
  semaphore.release(1);
  semaphore.release(2);
  semaphore.release(3);
  threads.clear();
  EXPECT_FALSE(semaphore.try_acquire()) << "a token was made from nothing";
}

}  // namespace
