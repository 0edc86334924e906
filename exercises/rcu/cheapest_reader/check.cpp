// SPDX-License-Identifier: MIT
#include <atomic>
#include <cheapest_reader.hpp>
#include <cstddef>
#include <cstdint>
#include <judge.hpp>
#include <map>
#include <string>
#include <thread>
#include <vector>

#include "testing/actor.hpp"

namespace {

using judge::RealThreads;
using judge::surplus;
using int_cell = exercise::cell<int>;

void read(int_cell& cell, std::size_t reader) {
  const int seen = cell.begin(reader);
  interleave::require(seen == 1 || seen == 2, "a version is read whole");
  cell.end(reader);
}

/// One reads, once; the other replaces what is read.
void is_read_while_it_is_replaced() {
  int_cell cell{1};
  std::thread reader{[&] { read(cell, 0); }};
  cell.replace(2);
  reader.join();
}

/// The reader comes back for a second time.
void is_read_again() {
  int_cell cell{1};
  std::thread reader{[&] {
    read(cell, 1);
    read(cell, 1);
  }};
  cell.replace(2);
  reader.join();
}

/// Both readers read.
void is_read_by_both() {
  int_cell cell{1};
  std::thread first{[&] { read(cell, 0); }};
  std::thread second{[&] { read(cell, 1); }};
  cell.replace(2);
  first.join();
  second.join();
}

const bool promises = judge::in_every_execution({
    {"IsReadWhileItIsReplaced", is_read_while_it_is_replaced},
    {"IsReadAgain", is_read_again},
    {"IsReadByBoth", is_read_by_both},
});

// What of the answer is stronger than these programs need: found by weakening
// each order in turn and running every execution again.
class CheapestReader : public judge::Checker {
 protected:
  static void SetUpTestSuite() {
    // An order that is too weak is the first thing to mend.
    if (testing::UnitTest::GetInstance()->Failed()) return;
    found = judge::surpluses({is_read_while_it_is_replaced, is_read_again});
  }

  // Fails the test for what this operation has too much of. Of several orders
  // that pass, the last that was tried is the weakest.
  static void is_needed(const std::string& function,
                        const std::string& operation, const std::string& why) {
    std::map<std::uint32_t, std::string> places;
    for (const surplus& each : found) {
      if (each.operation != operation) continue;
      if (each.function.find("::" + function) == std::string::npos) continue;
      places[each.line] =
          each.operation + " in " + each.function + " is " + each.order +
          (each.enough == "dropped" ? " and can be left out"
                                    : ", but " + each.enough + " is enough");
    }
    for (const auto& [line, place] : places) {
      ADD_FAILURE() << why << "\nNo execution breaks without it:\n  "
                    << "line " << line << ": " << place;
    }
  }

  static inline std::vector<surplus> found;
};

TEST_F(CheapestReader, Announce) {
  is_needed("begin", "store",
            "What the reader has to say is in the flag itself: there is "
            "nothing before it that the writer is to see. That the flag comes "
            "before the load of the pointer is another's part.");
}

TEST_F(CheapestReader, Follow) {
  is_needed("begin", "load",
            "The reader takes over what the writer wrote before it published, "
            "and no more.");
}

TEST_F(CheapestReader, Leave) {
  is_needed("end", "store",
            "The reader's accesses must be over when the writer sees the flag "
            "down, and no more.");
}

TEST_F(CheapestReader, Publish) {
  is_needed("replace", "exchange",
            "The writer hands over what it has written. What it gets back it "
            "has published itself.");
}

TEST_F(CheapestReader, Look) {
  is_needed("replace", "load",
            "The writer may free what a reader has left, so it takes over that "
            "the reader has left it, and no more.");
}

TEST_F(CheapestReader, Meet) {
  const std::string why =
      "A fence is needed where a thread writes one word and then reads "
      "another, and two threads do it crosswise.";
  is_needed("begin", "fence", why);
  is_needed("replace", "fence", why);
}

TEST_F(RealThreads, ReadWhatIsThere) {
  int_cell cell{1};
  std::atomic<bool> done{false};
  const testing_support::actor reader{[&] {
    for (int last = 1; !done;) {
      const int seen = cell.begin(0);
      cell.end(0);
      ASSERT_GE(seen, last) << "no older version after a newer";
      last = seen;
      std::this_thread::yield();
    }
  }};
  for (int version = 2; version < 1'000; ++version) cell.replace(version);
  done = true;
}

}  // namespace
