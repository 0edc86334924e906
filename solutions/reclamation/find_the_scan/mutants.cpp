// SPDX-License-Identifier: MIT
#include <atomic>
#include <cstdlib>
#include <find_the_scan.hpp>
#include <judge.hpp>
#include <thread>

// What is to be judged here is a program: nothing in it may be left out.

namespace {

using exercise::object;

template <bool Step, bool Both>
void mutant() {
  exercise::hazards hazards;
  std::atomic<const object*> link{new object{1}};
  std::thread reader{[&] {
    const object* const seen = hazards.protect(link);
    if (Step) hazards.step();
    if (seen != nullptr && seen->value != 1) std::abort();
    hazards.leave();
  }};
  hazards.retire(link.exchange(nullptr));
  if (Both) hazards.retire(new object{2});
  reader.join();
}

TEST(Mutants, AreRejected) {
  EXPECT_FALSE(judge::explore(exercise::program<exercise::hazards>).ok);
  EXPECT_FALSE(judge::explore(mutant<true, true>).ok);
  EXPECT_TRUE(judge::explore(mutant<false, true>).ok);
  EXPECT_TRUE(judge::explore(mutant<true, false>).ok);
}

}  // namespace
