// SPDX-License-Identifier: MIT
#include <atomic>
#include <bounded_queue.hpp>
#include <cstddef>
#include <deque>
#include <judge.hpp>
#include <thread>
#include <vector>

#include "testing/actor.hpp"

namespace {

using judge::RealThreads;
using int_queue = exercise::bounded_queue<int>;

/// One thread alone goes around the ring.
void keeps_the_order() {
  int_queue queue{2};
  for (int value = 1; value <= 5; value += 2) {
    queue.push(value);
    queue.push(value + 1);
    interleave::require(queue.pop() == value, "the older one comes first");
    interleave::require(queue.pop() == value + 1, "the newer one comes second");
  }
}

/// One thread waits for a value, the other brings it.
void waits_for_a_value() {
  int_queue queue{1};
  std::thread giver{[&] { queue.push(7); }};
  interleave::require(queue.pop() == 7, "pop returns the value that came");
  giver.join();
}

/// One thread waits for a slot, the other frees it.
void waits_for_a_slot() {
  int_queue queue{1};
  queue.push(1);
  std::thread giver{[&] { queue.push(2); }};
  interleave::require(queue.pop() == 1, "the older value was not touched");
  giver.join();
  interleave::require(queue.pop() == 2, "the newer value came behind it");
}

/// Two threads push at the same time.
void takes_from_two_givers() {
  int_queue queue{2};
  std::thread giver{[&] { queue.push(1); }};
  queue.push(2);
  giver.join();
  interleave::require(queue.pop() + queue.pop() == 3, "both values are there");
}

/// Two threads pop at the same time.
void gives_to_two_takers() {
  int_queue queue{2};
  queue.push(1);
  queue.push(2);
  int other = 0;
  std::thread taker{[&] { other = queue.pop(); }};
  const int own = queue.pop();
  taker.join();
  interleave::require(own + other == 3, "each has taken another value");
}

/// One thread is still putting a value in, a second brings the next, and a
/// third takes one.
void announces_what_is_there() {
  int_queue queue{2};
  std::thread first{[&] { queue.push(1); }};
  std::thread second{[&] { queue.push(2); }};
  const int taken = queue.pop();
  interleave::require(taken == 1 || taken == 2, "a value was in its slot");
  first.join();
  second.join();
}

const bool promises = judge::in_every_execution({
    {"KeepsTheOrder", keeps_the_order},
    {"WaitsForAValue", waits_for_a_value},
    {"WaitsForASlot", waits_for_a_slot},
    {"TakesFromTwoGivers", takes_from_two_givers},
    {"GivesToTwoTakers", gives_to_two_takers},
    {"AnnouncesWhatIsThere", announces_what_is_there},
});

// Of a queue that does what it should, whether it sleeps meanwhile.
class Waiting : public judge::Checker {
 protected:
  void SetUp() override {
    if (testing::UnitTest::GetInstance()->Failed()) {
      GTEST_SKIP() << "Not run, since an execution fails already.";
    }
    Checker::SetUp();
  }
};

TEST_F(Waiting, SleepsWhileTheQueueIsFull) {
  EXPECT_TRUE(judge::sleeps(waits_for_a_slot))
      << "push waits without sleeping: with every wake-up left out, it returns "
         "all the same";
}

TEST_F(Waiting, SleepsWhileTheQueueIsEmpty) {
  EXPECT_TRUE(judge::sleeps(waits_for_a_value))
      << "pop waits without sleeping: with every wake-up left out, it returns "
         "all the same";
}

TEST_F(RealThreads, LoseNothing) {
  constexpr int givers = 3;
  constexpr int each = 2'000;
  constexpr int total = givers * each;
  int_queue queue{8};
  std::vector<std::atomic<int>> seen(total);
  std::atomic<int> left{total};
  const auto take = [&] {
    while (left.fetch_sub(1) > 0) {
      const int value = queue.pop();
      ASSERT_TRUE(value >= 0 && value < total) << "nobody has pushed this";
      seen[static_cast<std::size_t>(value)].fetch_add(1);
    }
  };
  {
    std::deque<testing_support::actor> threads;
    for (int giver = 0; giver < givers; ++giver) {
      threads.emplace_back([&queue, giver] {
        for (int count = 0; count < each; ++count) {
          queue.push(giver * each + count);
        }
      });
    }
    for (int taker = 0; taker < 2; ++taker) threads.emplace_back(take);
  }
  for (const auto& times : seen) {
    ASSERT_EQ(times, 1) << "each value comes out once";
  }
}

}  // namespace
