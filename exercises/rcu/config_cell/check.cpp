// SPDX-License-Identifier: MIT
#include <atomic>
#include <config_cell.hpp>
#include <deque>
#include <judge.hpp>
#include <semaphore>
#include <stdexcept>
#include <thread>

#include "testing/actor.hpp"

namespace {

using judge::RealThreads;

// The upper limit is to stay twice the lower.
struct limits {
  int lower = 1;
  int upper = 2;
};

using limits_cell = exercise::config_cell<limits>;

void raise(limits& each) {
  ++each.lower;
  each.upper += 2;
}

/// One thread reads while the other updates.
void shows_one_version() {
  limits_cell cell{{}};
  std::thread reader{[&] {
    cell.read([](const limits& seen) {
      interleave::require(seen.upper == 2 * seen.lower,
                          "both limits are of one version");
    });
  }};
  cell.update(raise);
  reader.join();
}

/// Two threads update at the same time.
void keeps_both_updates() {
  limits_cell cell{{}};
  std::thread other{[&] { cell.update(raise); }};
  cell.update(raise);
  other.join();
  interleave::require(
      cell.read([](const limits& seen) { return seen.lower; }) == 3,
      "no update is lost");
}

/// The change throws halfway.
void keeps_the_old_if_the_change_throws() {
  limits_cell cell{{}};
  bool thrown = false;
  try {
    cell.update([](limits& each) {
      each.lower = 7;
      throw std::invalid_argument{"7"};
    });
  } catch (const std::invalid_argument&) {
    thrown = true;
  }
  interleave::require(thrown, "the caller hears of it");
  cell.update(raise);
  interleave::require(
      cell.read([](const limits& seen) { return seen.lower; }) == 2,
      "what threw has changed nothing");
}

/// A reader takes its time: until the second of two writers makes its change.
void lets_others_write_while_it_waits() {
  limits_cell cell{{}};
  std::binary_semaphore second_writes{0};
  std::thread reader{[&] {
    cell.read([&](const limits& seen) {
      second_writes.acquire();
      interleave::require(seen.upper == 2 * seen.lower,
                          "a version stays as it is while it is read");
    });
  }};
  std::thread first{[&] { cell.update(raise); }};
  cell.update([&](limits& each) {
    raise(each);
    second_writes.release();
  });
  reader.join();
  first.join();
}

const bool promises = judge::in_every_execution({
    {"ShowsOneVersion", shows_one_version},
    {"KeepsBothUpdates", keeps_both_updates},
    {"KeepsTheOldIfTheChangeThrows", keeps_the_old_if_the_change_throws},
    {"LetsOthersWriteWhileItWaits", lets_others_write_while_it_waits},
});

TEST_F(RealThreads, SeeNoHalfChange) {
  limits_cell cell{{}};
  constexpr int rounds = 200;
  {
    std::deque<testing_support::actor> threads;
    for (int writer = 0; writer < 2; ++writer) {
      threads.emplace_back([&] {
        for (int round = 0; round < rounds; ++round) cell.update(raise);
      });
    }
    for (int last = 0; last < 2 * rounds;) {
      const limits seen = cell.read([](const limits& each) { return each; });
      ASSERT_EQ(seen.upper, 2 * seen.lower);
      ASSERT_GE(seen.lower, last) << "no older version after a newer";
      last = seen.lower;
    }
  }
  EXPECT_EQ(cell.read([](const limits& seen) { return seen.lower; }),
            1 + 2 * rounds);
}

}  // namespace
