// SPDX-License-Identifier: MIT
#include <atomic>
#include <cheapest_reader.hpp>
#include <cstddef>
#include <judge.hpp>
#include <string>
#include <thread>

#include "testing/actor.hpp"

namespace {

using judge::RealThreads;
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

class CheapestReader : public judge::Weakest {
 protected:
  static void SetUpTestSuite() {
    find({is_read_while_it_is_replaced, is_read_again});
  }
};

TEST_F(CheapestReader, Announce) {
  is_needed_in(
      "begin", "store",
      "What the reader has to say is in the flag itself: there is "
      "nothing before it that the writer is to see. That the flag comes "
      "before the load of the pointer is another's part.");
}

TEST_F(CheapestReader, Follow) {
  is_needed_in(
      "begin", "load",
      "The reader takes over what the writer wrote before it published, "
      "and no more.");
}

TEST_F(CheapestReader, Leave) {
  is_needed_in(
      "end", "store",
      "The reader's accesses must be over when the writer sees the flag "
      "down, and no more.");
}

TEST_F(CheapestReader, Publish) {
  is_needed_in(
      "replace", "exchange",
      "The writer hands over what it has written. What it gets back it "
      "has published itself.");
}

TEST_F(CheapestReader, Look) {
  is_needed_in(
      "replace", "load",
      "The writer may free what a reader has left, so it takes over that "
      "the reader has left it, and no more.");
}

TEST_F(CheapestReader, Meet) {
  const std::string why =
      "A fence is needed where a thread writes one word and then reads "
      "another, and two threads do it crosswise.";
  is_needed_in("begin", "fence", why);
  is_needed_in("replace", "fence", why);
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
