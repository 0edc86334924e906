// SPDX-License-Identifier: MIT
#include <judge.hpp>

// The map has no orders of its own. Those of its lists are judged in the
// chapter; a map needs them all the same.
TEST(Mutants, AreRejected) {
  EXPECT_EQ(judge::survivors("locksmith/rcu_list.hpp"), "");
}
