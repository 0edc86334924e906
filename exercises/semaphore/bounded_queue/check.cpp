// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <array>
#include <atomic>
#include <bounded_queue.hpp>
#include <cstddef>
#include <deque>
#include <thread>
#include <vector>

#include "testing/actor.hpp"
#include "testing/schedule.hpp"

namespace {

using exercise::bounded_queue;
using testing_support::actor;
using testing_support::at;
using testing_support::stage;
using testing_support::step;

TEST(BoundedQueue, KeepsTheOrder) {
  bounded_queue<int> queue{3};
  // More than once around.
  for (int first = 1; first < 20; first += 3) {
    for (int value = first; value < first + 3; ++value) queue.push(value);
    for (int value = first; value < first + 3; ++value) {
      ASSERT_EQ(queue.pop(), value);
    }
  }
  const actor taker{[&] { queue.pop(); }};
  taker.until_asleep();
  EXPECT_FALSE(taker.done()) << "there was a value more than was pushed";
  queue.push(0);
}

TEST(BoundedQueue, WaitsForAValueAndLetsOthersPush) {
  bounded_queue<int> queue{2};
  int taken = 0;
  actor taker{[&] { taken = queue.pop(); }};
  taker.until_asleep();
  ASSERT_FALSE(taker.done()) << "pop returned from an empty queue";
  queue.push(7);
  taker.join();
  EXPECT_EQ(taken, 7);
}

TEST(BoundedQueue, WaitsForASlotWhenItIsFull) {
  bounded_queue<int> queue{2};
  queue.push(1);
  queue.push(2);
  actor giver{[&] { queue.push(3); }};
  // A thread that asks again and again does not sleep, however often one looks.
  int asleep = 0;
  for (int look = 0; look < 50'000 && asleep < 2 && !giver.done(); ++look) {
    asleep = giver.asleep() ? asleep + 1 : 0;
    std::this_thread::yield();
  }
  EXPECT_FALSE(giver.done()) << "push returned from a full queue";
  EXPECT_TRUE(asleep == 2 || giver.done()) << "push waits without sleeping";
  EXPECT_EQ(queue.pop(), 1);
  giver.join();
  EXPECT_EQ(queue.pop(), 2);
  EXPECT_EQ(queue.pop(), 3);
}

TEST(BoundedQueue, WakesAsManyAsCanGoOn) {
  constexpr int crowd = 3;
  bounded_queue<int> queue{crowd};
  std::deque<actor> takers;
  for (int index = 0; index < crowd; ++index) {
    takers.emplace_back([&] { queue.pop(); }).until_asleep();
  }
  for (int index = 0; index < crowd; ++index) queue.push(index);
  takers.clear();
  for (int index = 0; index < crowd; ++index) queue.push(index);
  std::deque<actor> givers;
  for (int index = 0; index < crowd; ++index) {
    givers.emplace_back([&] { queue.push(0); }).until_asleep();
  }
  for (int index = 0; index < crowd; ++index) queue.pop();
}

// A value that takes its time on its way into a slot and out of it.
struct parcel {
  explicit parcel(int first = 0) : content{first} {}
  ~parcel() = default;
  parcel(const parcel& other) {
    at("is half out");
    content = other.content;
  }
  parcel& operator=(const parcel& other) {
    at("is half in");
    content = other.content;
    return *this;
  }

  int content = 0;
};

// In the tests below a step may end before its point, with the thread asleep:
// that is what a right answer makes of it.
void play_as_far_as_it_goes(stage& stage, const step& next) {
  static_cast<void>(stage.play({next}));
}

// How often a race is run that two threads may win, though not as easily.
constexpr int races = 10;

TEST(BoundedQueue, AValueIsThereWhenItIsAnnounced) {
  for (int race = 0; race < races; ++race) {
    bounded_queue<parcel> queue{2};
    queue.push(parcel{1});
    int first = 0;
    int second = 0;
    stage stage{{[&] {
                   first = queue.pop().content;
                   second = queue.pop().content;
                 },
                 [&] { queue.push(parcel{2}); }}};
    ASSERT_EQ(stage.play({{1, "is half out"}}), "");
    // Thread 2 comes while thread 1 is busy, and thread 1 comes back before
    // thread 2 has gone on.
    play_as_far_as_it_goes(stage, {2, "asleep"});
    play_as_far_as_it_goes(stage, {1, "end"});
    stage.open();
    ASSERT_EQ(first, 1);
    ASSERT_EQ(second, 2) << "pop was let go before the value was in its slot";
  }
}

TEST(BoundedQueue, ASlotIsFreeWhenItIsGivenBack) {
  for (int race = 0; race < races; ++race) {
    bounded_queue<parcel> queue{2};
    queue.push(parcel{1});
    int first = 0;
    stage stage{{[&] {
                   queue.push(parcel{2});
                   queue.push(parcel{3});
                 },
                 [&] { first = queue.pop().content; }}};
    ASSERT_EQ(stage.play({{1, "is half in"}}), "");
    play_as_far_as_it_goes(stage, {2, "asleep"});
    play_as_far_as_it_goes(stage, {1, "end"});
    stage.open();
    ASSERT_EQ(first, 1) << "push was let go before the slot had been read";
    ASSERT_EQ(queue.pop().content, 2);
    ASSERT_EQ(queue.pop().content, 3);
  }
}

TEST(BoundedQueue, OneIsHalfInAndAnotherComes) {
  bounded_queue<parcel> queue{2};
  int taken = 0;
  stage stage{{[&] { queue.push(parcel{1}); }, [&] { queue.push(parcel{2}); },
               [&] { taken = queue.pop().content; }}};
  ASSERT_EQ(stage.play({{1, "is half in"}}), "");
  play_as_far_as_it_goes(stage, {2, "end"});
  play_as_far_as_it_goes(stage, {3, "end"});
  stage.open();
  EXPECT_NE(taken, 0) << "thread 1 was putting a value into its slot, thread 2 "
                         "announced another, and thread 3 took the first";
  EXPECT_EQ(taken + queue.pop().content, 3);
}

TEST(BoundedQueue, LosesNothing) {
  constexpr int givers = 3;
  constexpr int each = 20'000;
  constexpr int total = givers * each;
  bounded_queue<int> queue{8};
  std::vector<std::atomic<int>> seen(total);
  std::atomic<int> out_of_order{0};
  std::atomic<int> left{total};
  const auto take = [&] {
    // What one thread pushes must come out in the order in which it did.
    std::array<int, givers> last;
    last.fill(-1);
    while (left.fetch_sub(1) > 0) {
      const int value = queue.pop();
      ASSERT_TRUE(value >= 0 && value < total) << "nobody has pushed this";
      seen[static_cast<std::size_t>(value)].fetch_add(1);
      int& before = last[static_cast<std::size_t>(value / each)];
      if (value <= before) out_of_order.fetch_add(1);
      before = value;
    }
  };
  {
    std::deque<actor> threads;
    for (int giver = 0; giver < givers; ++giver) {
      threads.emplace_back([&queue, giver] {
        for (int count = 0; count < each; ++count) {
          queue.push(giver * each + count);
        }
      });
    }
    for (int taker = 0; taker < 2; ++taker) threads.emplace_back(take);
  }
  int lost = 0;
  int doubled = 0;
  for (const auto& times : seen) {
    if (times == 0) ++lost;
    if (times > 1) ++doubled;
  }
  EXPECT_EQ(lost, 0) << "values never came out";
  EXPECT_EQ(doubled, 0) << "values came out more than once";
  EXPECT_EQ(out_of_order, 0);
}

}  // namespace
