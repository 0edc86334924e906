// SPDX-License-Identifier: MIT
#include <judge.hpp>

TEST(Mutants, AreRejected) {
  EXPECT_EQ(judge::survivors("config_cell.hpp"), "");
  EXPECT_EQ(judge::survivors("one_word_domain.hpp"), "");
}
