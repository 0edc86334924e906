// SPDX-License-Identifier: MIT
#include "testing/spurious_wake.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <cstdint>

#include "locksmith/futex.hpp"
#include "testing/actor.hpp"

namespace {

using testing_support::actor;
using testing_support::wake_for_nothing;

struct two_words {
  std::atomic<std::uint32_t> first{0};
  std::atomic<std::uint32_t> second{0};
};

TEST(WakeForNothing, EndsASleepInsideTheObject) {
  two_words words;
  {
    const actor sleeper{[&] { locksmith::futex_wait(words.second, 0); }};
    sleeper.until_asleep();
    wake_for_nothing(words);
  }
  EXPECT_EQ(words.second, 0U);
}

TEST(WakeForNothing, LeavesOthersAsleep) {
  two_words words;
  const actor sleeper{[&] { locksmith::futex_wait(words.second, 0); }};
  sleeper.until_asleep();
  wake_for_nothing(words.first);
  sleeper.until_asleep();
  EXPECT_FALSE(sleeper.done());
  wake_for_nothing(words);
}

}  // namespace
