// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "testing/watchdog.hpp"

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  // Death tests fork; the child must come up without the watchdog's thread. An
  // emulator cannot start the program anew.
#if !defined(LOCKSMITH_EMULATED)
  GTEST_FLAG_SET(death_test_style, "threadsafe");
#endif
  // GoogleTest takes ownership.
  testing::UnitTest::GetInstance()->listeners().Append(
      new testing_support::watchdog);
  return RUN_ALL_TESTS();
}
