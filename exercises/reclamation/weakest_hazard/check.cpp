// SPDX-License-Identifier: MIT
#include <judge.hpp>
#include <string>
#include <thread>
#include <weakest_hazard.hpp>

#include "recycled.hpp"
#include "testing/actor.hpp"

namespace {

using judge::RealThreads;
using int_cell = exercise::cell<int>;

void look_at(int_cell& cell) {
  const int seen = cell.protect();
  interleave::require(1 <= seen && seen <= 3, "a version is read whole");
}

/// One reads, the other replaces what is read.
void is_read_while_it_is_replaced() {
  int_cell cell{1};
  std::thread reader{[&] {
    look_at(cell);
    cell.unprotect();
  }};
  cell.replace(2);
  reader.join();
}

/// The reader goes from one version to the next, and protects no more than one.
void is_read_again() {
  int_cell cell{1};
  std::thread reader{[&] {
    look_at(cell);
    look_at(cell);
  }};
  cell.replace(2);
  reader.join();
}

/// It is replaced twice, so that a version waits.
void is_replaced_twice() {
  int_cell cell{1};
  std::thread reader{[&] {
    look_at(cell);
    cell.unprotect();
  }};
  cell.replace(2);
  cell.replace(3);
  reader.join();
}

// In memory that is used again at once. Who replaces has two versions at a
// time, and one that waits.
struct recycled : reclamation_checks::recycled<sizeof(int), 3> {
  explicit recycled(int n) : number{n} {}

  int number;
};

/// The third version is where the first one was.
void is_another_at_the_same_place() {
  exercise::cell<recycled> cell{recycled{1}};
  std::thread reader{[&] {
    const int seen = cell.protect().number;
    interleave::require(1 <= seen && seen <= 3, "a version is read whole");
    cell.unprotect();
  }};
  cell.replace(recycled{2});
  cell.replace(recycled{3});
  reader.join();
}

const bool promises = judge::in_every_execution({
    {"IsReadWhileItIsReplaced", is_read_while_it_is_replaced},
    {"IsReadAgain", is_read_again},
    {"IsReplacedTwice", is_replaced_twice},
    {"IsAnotherAtTheSamePlace", is_another_at_the_same_place},
});

class WeakestHazard : public judge::Weakest {
 protected:
  static void SetUpTestSuite() { find(); }
};

TEST_F(WeakestHazard, LookAndConfirm) {
  is_needed_in(
      "protect", "load",
      "Only the load that confirms is followed by a read of the version. "
      "What the first one saw is a guess.");
}

TEST_F(WeakestHazard, Announce) {
  is_needed_in("protect", "store",
               "That the hazard comes before the load behind it is the fence's "
               "part. What is left is what comes before the hazard.");
}

TEST_F(WeakestHazard, Clear) {
  is_needed_in("unprotect", "store",
               "What the reader has read must be over when the writer sees the "
               "hazard gone. What comes after may as well come before.");
}

TEST_F(WeakestHazard, Publish) {
  is_needed_in(
      "replace", "exchange",
      "The writer hands over what it has written. What it gets back it "
      "has published itself.");
}

TEST_F(WeakestHazard, Scan) {
  is_needed_in("replace", "load",
               "Who frees takes over that the reader is done, and no more.");
}

TEST_F(WeakestHazard, Meet) {
  const std::string why =
      "A fence is needed where a thread writes one word and then reads "
      "another, while a second thread does it the other way round.";
  is_needed_in("protect", "fence", why);
  is_needed_in("replace", "fence", why);
}

TEST_F(RealThreads, ReadWhatIsThere) {
  int_cell cell{1};
  constexpr int last = 1'000;
  const testing_support::actor reader{[&] {
    for (int before = 1; before < last;) {
      const int seen = cell.protect();
      ASSERT_GE(seen, before) << "no older version after a newer";
      before = seen;
      std::this_thread::yield();
    }
    cell.unprotect();
  }};
  for (int next = 2; next <= last; ++next) cell.replace(next);
}

}  // namespace
