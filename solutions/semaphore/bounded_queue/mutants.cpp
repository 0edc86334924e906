// SPDX-License-Identifier: MIT
#include <judge.hpp>

// The queue has no orders of its own. Those of its semaphores are judged in
// the chapter; here none of them is needed, for what they order is ordered by
// the mutex as well.
TEST(Mutants, AreRejected) {
  EXPECT_EQ(judge::survivors("locksmith/detail/futex_linux.hpp"), "");
}
