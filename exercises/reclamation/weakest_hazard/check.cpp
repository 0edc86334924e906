// SPDX-License-Identifier: MIT
#include <cstdint>
#include <judge.hpp>
#include <map>
#include <string>
#include <thread>
#include <vector>
#include <weakest_hazard.hpp>

#include "recycled.hpp"
#include "testing/actor.hpp"

namespace {

using judge::RealThreads;
using judge::surplus;
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

// What of the answer is stronger than these programs need: found by weakening
// each order in turn and running every execution again.
class WeakestHazard : public judge::Checker {
 protected:
  static void SetUpTestSuite() {
    // An order that is too weak is the first thing to mend.
    if (testing::UnitTest::GetInstance()->Failed()) return;
    found = judge::surpluses();
  }

  // Fails the test for what this operation has too much of. Of several orders
  // that pass, the last that was tried is the weakest.
  static void is_needed(const std::string& function,
                        const std::string& operation, const std::string& why) {
    std::map<std::uint32_t, std::string> places;
    for (const surplus& each : found) {
      if (each.operation != operation) continue;
      if (each.function.find(function) == std::string::npos) continue;
      places[each.line] =
          each.operation + " in " + each.function + " is " + each.order +
          (each.enough == "dropped" ? " and can be left out"
                                    : ", but " + each.enough + " is enough");
    }
    for (const auto& [line, place] : places) {
      ADD_FAILURE() << why << "\nNo execution breaks without it:\n  line "
                    << line << ": " << place;
    }
  }

  static inline std::vector<surplus> found;
};

TEST_F(WeakestHazard, LookAndConfirm) {
  is_needed("::protect", "load",
            "Only the load that confirms is followed by a read of the version. "
            "What the first one saw is a guess.");
}

TEST_F(WeakestHazard, Announce) {
  is_needed("::protect", "store",
            "That the hazard comes before the load behind it is the fence's "
            "part. What is left is what comes before the hazard.");
}

TEST_F(WeakestHazard, Clear) {
  is_needed("::unprotect", "store",
            "What the reader has read must be over when the writer sees the "
            "hazard gone. What comes after may as well come before.");
}

TEST_F(WeakestHazard, Publish) {
  is_needed("::replace", "exchange",
            "The writer hands over what it has written. What it gets back it "
            "has published itself.");
}

TEST_F(WeakestHazard, Scan) {
  is_needed("::replace", "load",
            "Who frees takes over that the reader is done, and no more.");
}

TEST_F(WeakestHazard, Meet) {
  const std::string why =
      "A fence is needed where a thread writes one word and then reads "
      "another, while a second thread does it the other way round.";
  is_needed("::protect", "fence", why);
  is_needed("::replace", "fence", why);
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
