// SPDX-License-Identifier: MIT
#include <algorithm>
#include <deque>
#include <inbox.hpp>
#include <judge.hpp>
#include <semaphore>
#include <thread>
#include <vector>

#include "testing/actor.hpp"

namespace {

using exercise::inbox;
using interleave::require;
using judge::RealThreads;

/// One thread alone; a message is left when the inbox goes.
void keeps_the_order() {
  inbox<int> messages;
  require(messages.push(1), "the first finds it empty");
  require(!messages.push(2), "the second does not");
  require(messages.take_all() == std::vector{1, 2}, "the oldest comes first");
  require(messages.take_all().empty(), "what was taken is not there again");
  require(messages.push(3), "it was emptied");
}

/// Two threads push while a third takes, and takes again in the end.
void keeps_both() {
  inbox<int> messages;
  bool one_is_first = false;
  bool other_is_first = false;
  std::thread one{[&] { one_is_first = messages.push(1); }};
  std::thread other{[&] { other_is_first = messages.push(2); }};
  int sum = 0;
  const auto take = [&] {
    for (const int each : messages.take_all()) sum += each;
  };
  take();
  one.join();
  other.join();
  take();
  require(sum == 3, "each message comes out once");
  require(one_is_first || other_is_first, "one of them finds it empty");
}

/// One thread pushes two messages while the other takes.
void keeps_the_order_of_a_thread() {
  inbox<int> messages;
  std::thread other{[&] {
    messages.push(1);
    messages.push(2);
  }};
  std::vector<int> all = messages.take_all();
  other.join();
  for (const int each : messages.take_all()) all.push_back(each);
  require(all == std::vector{1, 2}, "what one thread pushes comes in order");
}

/// Whoever finds the inbox empty rings. The reader takes when it is rung.
void rings_when_it_was_empty() {
  inbox<int> messages;
  std::counting_semaphore<4> bell{0};
  const auto push = [&](int message) {
    if (messages.push(message)) bell.release();
  };
  std::thread other{[&] { push(1); }};
  std::thread reader{[&] {
    std::size_t taken = 0;
    while (taken < 2) {
      bell.acquire();
      taken += messages.take_all().size();
    }
  }};
  push(2);
  other.join();
  reader.join();
  require(!bell.try_acquire(), "nobody rings for a message already announced");
}

const bool promises = judge::in_every_execution({
    {"KeepsTheOrder", keeps_the_order},
    {"KeepsBoth", keeps_both},
    {"KeepsTheOrderOfAThread", keeps_the_order_of_a_thread},
    {"RingsWhenItWasEmpty", rings_when_it_was_empty},
});

TEST_F(RealThreads, LoseNoMessage) {
  constexpr int givers = 3;
  constexpr int each = 2'000;
  inbox<int> messages;
  std::vector<int> last(givers, -1);
  int count = 0;
  std::deque<testing_support::actor> threads;
  for (int giver = 0; giver < givers; ++giver) {
    threads.emplace_back([&messages, giver] {
      for (int n = 0; n < each; ++n) messages.push(n * givers + giver);
    });
  }
  while (count < givers * each) {
    for (const int message : messages.take_all()) {
      const auto giver = static_cast<std::size_t>(message % givers);
      ASSERT_EQ(message / givers, last[giver] + 1) << "each giver's in order";
      ++last[giver];
      ++count;
    }
    std::this_thread::yield();
  }
}

}  // namespace
