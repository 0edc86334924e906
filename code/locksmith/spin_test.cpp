// SPDX-License-Identifier: MIT
#include "locksmith/spin.hpp"

#include <gtest/gtest.h>

#include <thread>

namespace {

TEST(SpinUntil, StopsAsSoonAsItIsDone) {
  int looks = 0;
  EXPECT_TRUE(locksmith::spin_until([&] { return ++looks == 1; }));
  EXPECT_EQ(looks, 1);
}

TEST(SpinUntil, GivesUp) {
  EXPECT_FALSE(locksmith::spin_until([] { return false; }));
}

// Whether spin_until tried more than once.
bool spins() {
  int looks = 0;
  locksmith::spin_until([&] { return ++looks, false; });
  return looks > 1;
}

TEST(SpinUntil, SpinsRarelyWhereItNeverHelps) {
  int spun = 0;
  // On a thread of its own, with a record of its own.
  std::thread{[&] {
    for (int wait = 0; wait < 1'000; ++wait) spun += spins();
  }}.join();
  EXPECT_GE(spun, 8);
  EXPECT_LE(spun, 20);
}

TEST(SpinUntil, SpinsAgainOnceItHasHelped) {
  std::thread{[] {
    for (int wait = 0; wait < 1'000; ++wait) spins();
    // One of the next tries is not skipped.
    for (int wait = 0; wait < 256; ++wait) {
      locksmith::spin_until([] { return true; });
    }
    EXPECT_TRUE(spins());
    EXPECT_TRUE(spins());
  }}.join();
}

}  // namespace
