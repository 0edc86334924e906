// SPDX-License-Identifier: MIT
#include <atomic>
#include <cstddef>
#include <deque>
#include <hazard_stack.hpp>
#include <judge.hpp>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

#include "recycled.hpp"
#include "testing/actor.hpp"

namespace {

using judge::RealThreads;
using int_stack = exercise::stack<int>;

std::size_t reclaim() {
  return locksmith::hazard_pointer_default_domain().reclaim();
}

// Lets this thread have a hazard pointer before there are others, so that they
// do not contend for who makes one first.
void warm_up() { static_cast<void>(locksmith::make_hazard_pointer()); }

/// One thread alone.
void gives_the_last_first() {
  int_stack stack;
  interleave::require(!stack.try_pop(), "an empty stack has nothing to give");
  stack.push(1);
  stack.push(2);
  interleave::require(stack.try_pop() == 2, "the last comes out first");
  stack.push(3);
  interleave::require(stack.try_pop() == 3, "the last comes out first");
  interleave::require(stack.try_pop() == 1, "the first comes out last");
  interleave::require(!stack.try_pop(), "and then it is empty");
  interleave::require(reclaim() == 3, "each node was retired");
}

/// What is left goes with the stack.
void leaves_nothing_behind() {
  int_stack stack;
  stack.push(1);
  stack.push(2);
}

/// Two threads push.
void keeps_both() {
  int_stack stack;
  std::thread other{[&] { stack.push(1); }};
  stack.push(2);
  other.join();
  const int first = stack.try_pop().value_or(0);
  const int second = stack.try_pop().value_or(0);
  interleave::require(first + second == 3, "both are there");
}

/// One pushes, the other takes it as soon as it is there.
void hands_over() {
  int_stack stack;
  warm_up();
  std::thread other{[&] { stack.push(1); }};
  const int seen = stack.try_pop().value_or(1);
  other.join();
  interleave::require(seen == 1, "the value is whole");
}

// A number that is gone where it was when it is moved.
class parcel {
 public:
  explicit parcel(int number) : number_{number} {}
  parcel(parcel&& other) noexcept : number_{std::exchange(other.number_, 0)} {}
  parcel& operator=(parcel&&) = delete;
  ~parcel() = default;

  [[nodiscard]] int number() const { return number_; }

 private:
  int number_;
};

/// One thread pops once, and another twice, and reclaims what it can.
void gives_each_another() {
  exercise::stack<parcel> stack;
  for (const int number : {1, 10, 100}) stack.push(parcel{number});
  warm_up();
  const auto take = [&] {
    const std::optional<parcel> taken = stack.try_pop();
    return taken ? taken->number() : 0;
  };
  int sum = 0;
  std::thread other{[&] { sum = take(); }};
  int own = take();
  own += take();
  reclaim();
  other.join();
  interleave::require(sum + own == 111, "each value comes out once");
}

/// While one thread pops, the other takes all there is, and pushes a node that
/// has the address of the former top.
void tells_nodes_apart() {
  exercise::stack<int, reclamation_checks::recycled<64, 3>> stack;
  stack.push(1);
  stack.push(10);
  warm_up();
  int sum = 0;
  std::thread other{[&] { sum = stack.try_pop().value_or(0); }};
  int own = stack.try_pop().value_or(0);
  reclaim();
  own += stack.try_pop().value_or(0);
  stack.push(100);
  other.join();
  sum += own + stack.try_pop().value_or(0);
  interleave::require(sum == 111, "each value comes out once");
  interleave::require(!stack.try_pop(), "and then it is empty");
  reclaim();
}

// Says when it begins to be moved out of its node, and waits.
class slow {
 public:
  slow() = default;
  slow(slow&& /*other*/) noexcept {
    if (!wait) return;
    begun.store(true, std::memory_order_relaxed);
    begun.notify_one();
    pushed.wait(false, std::memory_order_relaxed);
  }
  slow& operator=(slow&&) = delete;
  ~slow() = default;

  static inline thread_local bool wait = false;
  static inline std::atomic<bool> begun{false};
  static inline std::atomic<bool> pushed{false};
};

/// One takes its time with what it has popped, and others go on.
void waits_for_nobody() {
  exercise::stack<slow> stack;
  stack.push(slow{});
  warm_up();
  std::thread other{[&] {
    slow::wait = true;
    static_cast<void>(stack.try_pop());
  }};
  slow::begun.wait(false, std::memory_order_relaxed);
  stack.push(slow{});
  slow::pushed.store(true, std::memory_order_relaxed);
  slow::pushed.notify_one();
  other.join();
}

const bool promises = judge::in_every_execution({
    {"GivesTheLastFirst", gives_the_last_first},
    {"LeavesNothingBehind", leaves_nothing_behind},
    {"KeepsBoth", keeps_both},
    {"HandsOver", hands_over},
    {"GivesEachAnother", gives_each_another},
    {"TellsNodesApart", tells_nodes_apart},
    {"WaitsForNobody", waits_for_nobody},
});

TEST_F(RealThreads, LoseNothing) {
  constexpr int pushers = 2;
  constexpr int each = 1'000;
  constexpr int total = pushers * each;
  int_stack stack;
  std::vector<std::atomic<int>> seen(total);
  std::atomic<int> left{total};
  const auto take = [&] {
    while (left > 0) {
      if (const std::optional<int> value = stack.try_pop()) {
        ASSERT_TRUE(*value >= 0 && *value < total) << "nobody has pushed this";
        seen[static_cast<std::size_t>(*value)].fetch_add(1);
        left.fetch_sub(1);
      } else {
        std::this_thread::yield();
      }
    }
  };
  {
    std::deque<testing_support::actor> threads;
    for (int pusher = 0; pusher < pushers; ++pusher) {
      threads.emplace_back([&stack, pusher] {
        for (int count = 0; count < each; ++count) {
          stack.push(pusher * each + count);
        }
      });
    }
    for (int taker = 0; taker < 2; ++taker) threads.emplace_back(take);
  }
  reclaim();
  for (const auto& times : seen) {
    ASSERT_EQ(times, 1) << "each value comes out once";
  }
}

}  // namespace
