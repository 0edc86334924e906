// SPDX-License-Identifier: MIT
#include <judge.hpp>

// The queue has no orders of its own. Those of its domain are needed: it does
// wait for the readers.
TEST(Mutants, AreRejected) {
  EXPECT_EQ(judge::survivors("one_word_domain.hpp"), "");
}
