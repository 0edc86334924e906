// SPDX-License-Identifier: MIT
#include <judge.hpp>

TEST(Mutants, AreRejected) { EXPECT_EQ(judge::survivors("remove_if.hpp"), ""); }
