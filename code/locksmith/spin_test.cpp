// SPDX-License-Identifier: MIT
#include "locksmith/spin.hpp"

#include <gtest/gtest.h>

namespace {

TEST(SpinUntil, StopsAsSoonAsItIsDone) {
  int looks = 0;
  EXPECT_TRUE(locksmith::spin_until([&] { return ++looks == 1; }));
  EXPECT_EQ(looks, 1);
}

TEST(SpinUntil, GivesUp) {
  EXPECT_FALSE(locksmith::spin_until([] { return false; }));
}

}  // namespace
