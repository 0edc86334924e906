// SPDX-License-Identifier: MIT
#include <judge.hpp>

TEST(Mutants, AreRejected) {
  EXPECT_EQ(judge::survivors("counted_pointer.hpp"), "");
}
