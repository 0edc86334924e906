// SPDX-License-Identifier: MIT
#pragma once

#include <gtest/gtest.h>

#include <cstddef>

// What every semaphore of one byte must do at the limit of its byte.

namespace semaphore_suite {

template <class Semaphore>
class ByteSuite : public testing::Test {};
TYPED_TEST_SUITE_P(ByteSuite);

TYPED_TEST_P(ByteSuite, IsOneByte) { EXPECT_EQ(sizeof(TypeParam), 1U); }

TYPED_TEST_P(ByteSuite, HoldsUpToItsMaximum) {
  TypeParam semaphore{0};
  semaphore.release(TypeParam::max());
  for (std::ptrdiff_t taken = 0; taken < TypeParam::max(); ++taken) {
    ASSERT_TRUE(semaphore.try_acquire());
  }
  EXPECT_FALSE(semaphore.try_acquire());
}

TYPED_TEST_P(ByteSuite, KeepsItsTokensAtTheLimit) {
  // One token too many is the caller's mistake and must end the program; what
  // it may not do is to go on without the 127 tokens that were there.
  EXPECT_DEATH(
      {
        TypeParam semaphore{TypeParam::max()};
        semaphore.release();
        if (!semaphore.try_acquire()) std::_Exit(0);
        std::abort();
      },
      "");
}

REGISTER_TYPED_TEST_SUITE_P(ByteSuite, IsOneByte, HoldsUpToItsMaximum,
                            KeepsItsTokensAtTheLimit);

}  // namespace semaphore_suite
