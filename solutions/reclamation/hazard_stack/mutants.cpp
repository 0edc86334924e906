// SPDX-License-Identifier: MIT
#include <judge.hpp>

// The orders of the hazard pointers are judged in the chapter.
TEST(Mutants, AreRejected) {
  EXPECT_EQ(judge::survivors("hazard_stack.hpp"), "");
}
