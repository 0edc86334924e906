// SPDX-License-Identifier: MIT
#include <judge.hpp>

TEST(Mutants, AreRejected) {
  EXPECT_EQ(judge::survivors("two_epochs.hpp"), "");
}
