// SPDX-License-Identifier: MIT
#include <begin_again.hpp>
#include <deque>
#include <judge.hpp>
#include <thread>

#include "prompt_domain.hpp"
#include "prompt_hazards.hpp"
#include "testing/actor.hpp"

namespace {

using exercise::prompt_domain;
using exercise::prompt_hazards;
using interleave::require;
using judge::RealThreads;
using numbers = exercise::set<prompt_hazards>;

void fill(numbers& set, int last) {
  for (int key = last; key > 0; --key) require(set.insert(key), "it is new");
}

/// One thread alone.
void holds_what_it_should() {
  prompt_hazards domain;
  numbers set{domain};
  fill(set, 3);
  require(!set.insert(2), "it is there");
  require(set.erase(2) && !set.erase(2), "it is erased once");
  require(set.contains(1) && !set.contains(2) && set.contains(3),
          "the others stay");
}

/// One thread looks for the last key while the other erases those before.
void finds_what_stays() {
  prompt_hazards domain;
  numbers set{domain};
  fill(set, 3);
  std::thread other{[&] { require(set.contains(3), "3 stays"); }};
  require(set.erase(1) && set.erase(2), "they were there");
  other.join();
}

/// The same, and then the last one goes, too.
void touches_nothing_that_goes() {
  prompt_hazards domain;
  numbers set{domain};
  fill(set, 3);
  std::thread other{[&] { set.contains(3); }};
  require(set.erase(1) && set.erase(2) && set.erase(3), "they were there");
  other.join();
}

/// Two threads erase neighbours, and the one behind comes to both.
void erases_both() {
  prompt_hazards domain;
  numbers set{domain};
  fill(set, 2);
  std::thread other{[&] { require(set.erase(2), "it was there"); }};
  require(set.erase(1), "it was there");
  other.join();
  require(!set.contains(1) && !set.contains(2), "none is left");
}

/// One thread inserts behind what the other erases.
void inserts_behind() {
  prompt_hazards domain;
  numbers set{domain};
  fill(set, 2);
  std::thread other{[&] { require(set.insert(3), "it is new"); }};
  require(set.erase(2) && set.erase(1), "they were there");
  other.join();
  require(set.contains(3), "3 is inserted");
}

/// One thread inserts a key and erases the one before; the other walks. In a
/// domain without a fence, which would do a part of the set's own work.
void hands_over() {
  prompt_domain domain;
  exercise::set<prompt_domain> set{domain};
  require(set.insert(1), "it is new");
  std::thread other{[&] {
    require(set.insert(2) && set.erase(1), "they were new, and there");
  }};
  set.contains(2);
  other.join();
}

const bool promises = judge::in_every_execution({
    {"HoldsWhatItShould", holds_what_it_should},
    {"FindsWhatStays", finds_what_stays},
    {"TouchesNothingThatGoes", touches_nothing_that_goes},
    {"ErasesBoth", erases_both},
    {"InsertsBehind", inserts_behind},
    {"HandsOver", hands_over},
});

TEST_F(RealThreads, FindWhatStays) {
  prompt_hazards domain;
  numbers set{domain};
  fill(set, 8);
  std::deque<testing_support::actor> threads;
  for (int thread = 0; thread < 2; ++thread) {
    threads.emplace_back([&, thread] {
      for (int round = 0; round < 300; ++round) {
        for (int key = 1 + thread; key < 8; key += 2) set.erase(key);
        for (int key = 1 + thread; key < 8; key += 2) set.insert(key);
      }
    });
  }
  for (int round = 0; round < 300; ++round) {
    ASSERT_TRUE(set.contains(8)) << "8 stays";
  }
}

}  // namespace
