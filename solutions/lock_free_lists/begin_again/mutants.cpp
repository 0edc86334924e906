// SPDX-License-Identifier: MIT
#include <judge.hpp>

// The orders of the hazard pointers are judged in their chapter.
TEST(Mutants, AreRejected) {
  EXPECT_EQ(judge::survivors("begin_again.hpp"), "");
}
