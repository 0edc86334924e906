// SPDX-License-Identifier: MIT
#include <find_the_loss.hpp>
#include <judge.hpp>

// What is to be judged here are programs: nothing in them may be left out.

namespace {

using exercise::node;
using exercise::set;

void inserts_in_front_of_what_goes() {
  node one{1};
  node two{2};
  set all;
  all.insert(two);
  std::thread other{[&] { all.insert(one); }};
  all.erase(2);
  other.join();
  interleave::require(all.contains(1), "it is kept");
}

void erases_what_is_apart() {
  node one{1};
  node two{2};
  node three{3};
  set all;
  all.insert(one);
  all.insert(two);
  all.insert(three);
  std::thread other{[&] { all.erase(3); }};
  all.erase(1);
  other.join();
  interleave::require(!all.contains(1) && !all.contains(3), "they stay out");
}

TEST(Mutants, AreRejected) {
  EXPECT_FALSE(judge::explore([] {
                 interleave::require(exercise::keeps_what_is_inserted<set>(),
                                     "it is kept");
               }).ok);
  EXPECT_FALSE(judge::explore([] {
                 interleave::require(exercise::keeps_out_what_is_erased<set>(),
                                     "it stays out");
               }).ok);
  EXPECT_TRUE(judge::explore(inserts_in_front_of_what_goes).ok);
  EXPECT_TRUE(judge::explore(erases_what_is_apart).ok);
}

}  // namespace
