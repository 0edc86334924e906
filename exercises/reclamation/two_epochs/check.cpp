// SPDX-License-Identifier: MIT
#include <atomic>
#include <judge.hpp>
#include <thread>
#include <two_epochs.hpp>

#include "testing/actor.hpp"

namespace {

using judge::RealThreads;
using int_cell = exercise::cell<int>;

void look_at(int_cell& cell, std::size_t reader) {
  const int seen = cell.pin(reader);
  interleave::require(1 <= seen && seen <= 3, "a version is read whole");
  cell.unpin(reader);
}

/// One epoch ends while the reader is pinned in it.
void is_pinned_in_the_epoch_that_ends() {
  int_cell cell{1};
  std::thread reader{[&] { look_at(cell, 0); }};
  cell.replace(2);
  cell.advance();
  cell.advance();
  reader.join();
}

/// The reader is pinned twice.
void is_pinned_again() {
  int_cell cell{1};
  std::thread reader{[&] {
    look_at(cell, 1);
    look_at(cell, 1);
  }};
  cell.replace(2);
  cell.advance();
  cell.advance();
  reader.join();
}

/// The reader begins an epoch of its own, and is pinned in that.
void is_pinned_in_a_new_epoch() {
  int_cell cell{1};
  std::thread reader{[&] {
    cell.advance();
    look_at(cell, 0);
  }};
  cell.replace(2);
  cell.advance();
  reader.join();
}

/// It begins two, before it is pinned.
void is_pinned_two_epochs_later() {
  int_cell cell{1};
  std::thread reader{[&] {
    cell.advance();
    cell.advance();
    look_at(cell, 0);
  }};
  cell.replace(2);
  cell.advance();
  reader.join();
}

/// Both readers are pinned.
void is_read_by_both() {
  int_cell cell{1};
  std::thread first{[&] { look_at(cell, 0); }};
  std::thread second{[&] { look_at(cell, 1); }};
  cell.replace(2);
  cell.advance();
  cell.advance();
  first.join();
  second.join();
}

/// Two threads replace, and a third deletes.
void has_two_writers() {
  int_cell cell{1};
  std::thread first{[&] { cell.replace(2); }};
  std::thread second{[&] { cell.replace(3); }};
  cell.advance();
  cell.advance();
  first.join();
  second.join();
}

// Counts how many of it there are.
class instance {
 public:
  instance() { ++living; }
  instance(const instance&) { ++living; }
  instance& operator=(const instance&) = default;
  ~instance() { --living; }

  static inline int living = 0;
};

/// With nobody pinned, two epochs later it is gone.
void deletes_after_two_epochs() {
  exercise::cell<instance> cell{instance{}};
  for (int round = 0; round < 4; ++round) {
    cell.replace(instance{});
    cell.advance();
    cell.advance();
    interleave::require(instance::living == 1,
                        "what was replaced is gone two epochs later");
  }
}

const bool promises = judge::in_every_execution({
    {"IsPinnedInTheEpochThatEnds", is_pinned_in_the_epoch_that_ends},
    {"IsPinnedAgain", is_pinned_again},
    {"IsPinnedInANewEpoch", is_pinned_in_a_new_epoch},
    {"IsPinnedTwoEpochsLater", is_pinned_two_epochs_later},
    {"IsReadByBoth", is_read_by_both},
    {"HasTwoWriters", has_two_writers},
    {"DeletesAfterTwoEpochs", deletes_after_two_epochs},
});

TEST_F(RealThreads, ReadWhatIsThere) {
  int_cell cell{1};
  constexpr int last = 1'000;
  const testing_support::actor reader{[&] {
    for (int before = 1; before < last;) {
      const int seen = cell.pin(0);
      cell.unpin(0);
      ASSERT_GE(seen, before) << "no older version after a newer";
      before = seen;
      std::this_thread::yield();
    }
  }};
  for (int next = 2; next <= last; ++next) {
    cell.replace(next);
    cell.advance();
  }
}

}  // namespace
