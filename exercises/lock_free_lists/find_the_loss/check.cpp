// SPDX-License-Identifier: MIT
#include <cstdint>
#include <find_the_loss.hpp>
#include <iostream>
#include <judge.hpp>
#include <mutex>
#include <shared_mutex>
#include <string>
#include <thread>

#include "right_set.hpp"

namespace {

using exercise::right_set;
using interleave::require;
using judge::Checker;
using judge::RealThreads;
using judge::verdict;

// The set of the exercise, but who inserts does so alone: all that it can do is
// undo a removal.
class keeps_insertions : public exercise::set {
 public:
  void insert(node& inserted) {
    const std::unique_lock lock{mutex_};
    set::insert(inserted);
  }
  bool erase(int key) {
    const std::shared_lock lock{mutex_};
    return set::erase(key);
  }

 private:
  std::shared_mutex mutex_;
};

// And with one thread that erases at a time: all that it can do is lose an
// insertion.
class keeps_removals : public exercise::set {
 public:
  bool erase(int key) {
    const std::lock_guard lock{mutex_};
    return set::erase(key);
  }

 private:
  std::mutex mutex_;
};

const char* const claim = "the program returns true";

template <class Set>
void first_program() {
  require(exercise::keeps_what_is_inserted<Set>(), claim);
}

template <class Set>
void second_program() {
  require(exercise::keeps_out_what_is_erased<Set>(), claim);
}

// So many executions are enough for the smallest program many times over.
constexpr std::uint64_t most = 20'000;

void passes(void (*program)(), const std::string& otherwise) {
  const verdict found = judge::explore(program, most);
  EXPECT_TRUE(found.ok) << otherwise << '\n' << found.text;
  EXPECT_TRUE(!found.ok || found.exhaustive)
      << "The program is too large: it has more than " << most
      << " executions. Two threads are enough.";
}

void breaks(void (*program)()) {
  const verdict found = judge::explore(program, most);
  ASSERT_FALSE(found.ok)
      << "Whatever the threads do, it returns true in every execution:\n"
      << found.text;
  EXPECT_EQ(found.kind, "requirement")
      << "The program proves something else: it fails, but not by returning "
         "false.\n"
      << found.text;
  // What the exercise is about.
  if (found.kind == "requirement") std::cout << found.text;
}

const char* const proves_nothing =
    "With a right set it fails as well, so it proves nothing:";

using Insertion = Checker;

TEST_F(Insertion, IsKeptByARightSet) {
  passes(first_program<right_set>, proves_nothing);
}

TEST_F(Insertion, IsLost) { breaks(first_program<exercise::set>); }

TEST_F(Insertion, IsLostByAnInsertion) {
  passes(first_program<keeps_insertions>,
         "What it finds is not a lost insertion: it fails with a set, too, in "
         "which nobody erases while another inserts.");
}

using Removal = Checker;

TEST_F(Removal, IsKeptByARightSet) {
  passes(second_program<right_set>, proves_nothing);
}

TEST_F(Removal, IsUndone) { breaks(second_program<exercise::set>); }

TEST_F(Removal, IsUndoneByARemoval) {
  passes(second_program<keeps_removals>,
         "What it finds is not an undone removal: it fails with a set, too, in "
         "which one thread erases at a time.");
}

// One thread links behind what the other erases; and both erase.
template <class Set>
void is_the_set_as_it_was() {
  typename Set::node one{1};
  typename Set::node two{2};
  typename Set::node three{3};
  Set set;
  set.insert(one);
  set.insert(three);
  std::thread other{[&] {
    set.insert(two);
    set.erase(3);
  }};
  set.erase(1);
  other.join();
  require(set.contains(2) && !set.contains(3), claim);
}

void works_alone() {
  exercise::node one{1};
  exercise::set set;
  set.insert(one);
  require(set.contains(1) && set.erase(1) && !set.erase(1), claim);
}

TEST_F(Checker, IsGivenTheSetAsItWas) {
  EXPECT_TRUE(judge::explore(works_alone).ok)
      << "The set is not to be changed.";
  EXPECT_TRUE(judge::explore(is_the_set_as_it_was<right_set>).ok);
  EXPECT_FALSE(judge::explore(is_the_set_as_it_was<exercise::set>).ok)
      << "The set is not to be mended; it is to be broken.";
}

TEST_F(RealThreads, ReturnTrueWithARightSet) {
  EXPECT_TRUE(exercise::keeps_what_is_inserted<right_set>());
  EXPECT_TRUE(exercise::keeps_out_what_is_erased<right_set>());
}

}  // namespace
