// SPDX-License-Identifier: MIT
#include "graph/sc_order.hpp"

#include <gtest/gtest.h>

#include "builder.hpp"

namespace interleave::engine {
namespace {

constexpr LocationId x = 0;
constexpr LocationId y = 1;
constexpr Order relaxed = Order::relaxed;
constexpr Order sc = Order::seq_cst;

/// Store buffering, both loads of the initial value.
Builder store_buffering(Order first, Order second) {
  Builder build;
  build.write(0, x, 1, first, 1);
  build.read(0, y, initial_write, first);
  build.write(1, y, 1, second, 1);
  build.read(1, x, initial_write, second);
  return build;
}

TEST(ScOrder, ForbidsStoreBuffering) {
  ScOrder order;
  EXPECT_FALSE(order.consistent(store_buffering(sc, sc).graph));
  EXPECT_TRUE(order.consistent(store_buffering(sc, relaxed).graph));
  EXPECT_TRUE(order.consistent(store_buffering(relaxed, relaxed).graph));
}

Builder fenced_store_buffering(Order first, Order second) {
  Builder build;
  build.write(0, x, 1, relaxed, 1);
  build.fence(0, first);
  build.read(0, y, initial_write, relaxed);
  build.write(1, y, 1, relaxed, 1);
  build.fence(1, second);
  build.read(1, x, initial_write, relaxed);
  return build;
}

TEST(ScOrder, FencesForbidStoreBuffering) {
  ScOrder order;
  EXPECT_FALSE(order.consistent(fenced_store_buffering(sc, sc).graph));
  EXPECT_TRUE(
      order.consistent(fenced_store_buffering(sc, Order::acq_rel).graph));
}

TEST(ScOrder, ReadsOfARelaxedStoreAreOrderedToo) {
  // IRIW with a relaxed store: forbidden since C++20.
  Builder build;
  const Ref a = build.write(0, x, 1, relaxed, 1);
  const Ref b = build.write(1, y, 1, sc, 1);
  build.read(2, x, a, sc);
  build.read(2, y, initial_write, sc);
  build.read(3, y, b, sc);
  build.read(3, x, initial_write, sc);
  EXPECT_FALSE(ScOrder{}.consistent(build.graph));
}

TEST(ScOrder, ManyOperationsOfOneThread) {
  Builder build;
  for (Value k = 1; k <= 150; ++k) {
    build.write(0, x, k, sc, static_cast<std::uint32_t>(k));
  }
  EXPECT_TRUE(ScOrder{}.consistent(build.graph));
}

}  // namespace
}  // namespace interleave::engine
