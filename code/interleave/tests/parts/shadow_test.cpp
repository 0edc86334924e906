// SPDX-License-Identifier: MIT
#include "heap/shadow.hpp"

#include <gtest/gtest.h>

#include "heap/bytes.hpp"

namespace interleave::engine {
namespace {

class ShadowTest : public testing::Test {
 protected:
  ShadowTest() {
    EXPECT_TRUE(Shadow::map());
    shadow_.begin();
  }

  Cell& cell(std::uintptr_t offset = 0) {
    return shadow_.cell(Region::heaps + offset);
  }
  void access(std::uint8_t bytes, unsigned thread, bool write, Index epoch) {
    shadow_.add(cell(), {bytes, static_cast<std::uint8_t>(thread & 0x7f), write,
                         epoch});
  }
  bool conflicts(std::uint8_t bytes, bool write, unsigned thread,
                 const Clock& known = {}) {
    return shadow_.conflict(cell(), bytes, write, thread, known) != nullptr;
  }

  // One for all: the cells of the region are the process's.
  static inline Shadow shadow_;
};

TEST_F(ShadowTest, ReadsDoNotConflict) {
  access(0xff, 1, false, 0);
  EXPECT_FALSE(conflicts(0xff, false, 2));
  EXPECT_TRUE(conflicts(0xff, true, 2));
}

TEST_F(ShadowTest, OnlyTheSameBytesConflict) {
  access(0x0f, 1, true, 0);
  EXPECT_FALSE(conflicts(0xf0, true, 2));
  EXPECT_TRUE(conflicts(0x18, true, 2));
}

TEST_F(ShadowTest, AnOrderedAccessDoesNotConflict) {
  access(0xff, 1, true, 3);
  Clock known;
  known[1] = 3;
  EXPECT_TRUE(conflicts(0xff, false, 2, known));
  known[1] = 4;
  EXPECT_FALSE(conflicts(0xff, false, 2, known));
}

TEST_F(ShadowTest, ManyReadersAreAllKept) {
  for (unsigned thread = 1; thread <= 10; ++thread) {
    access(0xff, thread, false, 0);
  }
  Clock known;
  for (unsigned thread = 1; thread <= 9; ++thread) {
    known[thread] = 1;
  }
  EXPECT_TRUE(conflicts(0xff, true, 0, known));
  known[10] = 1;
  EXPECT_FALSE(conflicts(0xff, true, 0, known));
}

TEST_F(ShadowTest, ANewExecutionForgets) {
  access(0xff, 1, true, 0);
  shadow_.begin();
  EXPECT_FALSE(conflicts(0xff, true, 2));
}

TEST_F(ShadowTest, MemoryOutsideOfTheRegionHasCellsToo) {
  int here = 0;
  Cell& own = shadow_.cell(to_address(&here));
  shadow_.add(own, {0xff, 1, 1, 0});
  EXPECT_EQ(&own, &shadow_.cell(to_address(&here)));
  EXPECT_NE(shadow_.conflict(own, 0xff, false, 2, Clock{}), nullptr);
}

TEST(Bytes, MasksAreExact) {
  EXPECT_EQ(byte_mask(0, 8), 0xff);
  EXPECT_EQ(byte_mask(4, 4), 0xf0);
  EXPECT_EQ(byte_mask(3, 1), 0x08);
  EXPECT_EQ(byte_mask(6, 8), 0xc0);
  unsigned cells = 0;
  each_cell(6, 4, [&](std::uintptr_t, std::uint8_t bytes) {
    EXPECT_EQ(bytes, cells == 0 ? 0xc0 : 0x03);
    ++cells;
  });
  EXPECT_EQ(cells, 2U);
}

}  // namespace
}  // namespace interleave::engine
