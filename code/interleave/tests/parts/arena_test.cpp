// SPDX-License-Identifier: MIT
#include "heap/arena.hpp"

#include <gtest/gtest.h>

namespace interleave::engine {
namespace {

class ArenaTest : public testing::Test {
 protected:
  ArenaTest() {
    EXPECT_TRUE(Region::map());
    arena_.begin();
  }
  Arena arena_;
};

TEST_F(ArenaTest, GivesTheSameAddressesEachTime) {
  const std::uintptr_t first = arena_.allocate(1, 24, 16)->address;
  const std::uintptr_t second = arena_.allocate(1, 24, 16)->address;
  EXPECT_NE(first, second);
  arena_.begin();
  EXPECT_EQ(arena_.allocate(1, 24, 16)->address, first);
  // Another thread's blocks do not move this one's.
  arena_.allocate(2, 1000, 16);
  EXPECT_EQ(arena_.allocate(1, 24, 16)->address, second);
}

TEST_F(ArenaTest, Aligns) {
  arena_.allocate(0, 1, 16);
  EXPECT_EQ(arena_.allocate(0, 100, 256)->address % 256, 0U);
}

TEST_F(ArenaTest, FindsBlocksByTheirStartOnly) {
  const Block block = *arena_.allocate(0, 64, 16);
  ASSERT_NE(arena_.find(block.address), nullptr);
  EXPECT_EQ(arena_.find(block.address)->size, 64U);
  EXPECT_EQ(arena_.find(block.address + 16), nullptr);
  EXPECT_EQ(arena_.holding(block.address + 63)->address, block.address);
  EXPECT_EQ(arena_.holding(block.address + 64), nullptr);
}

TEST_F(ArenaTest, RefusesWhatIsTooLarge) {
  EXPECT_EQ(arena_.allocate(0, Region::heap_size, 16), nullptr);
  EXPECT_EQ(arena_.allocate(0, ~std::size_t{0}, 16), nullptr);
}

}  // namespace
}  // namespace interleave::engine
