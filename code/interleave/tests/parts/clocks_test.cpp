// SPDX-License-Identifier: MIT
#include "graph/clocks.hpp"

#include <gtest/gtest.h>

#include "builder.hpp"

namespace interleave::engine {
namespace {

constexpr LocationId x = 0;
constexpr LocationId y = 1;

bool ordered(const Graph& graph, Ref first, Ref second) {
  return graph.at(second).before.covers(first);
}

TEST(Clocks, AcquireOfReleaseOrders) {
  Builder build;
  const Ref data = build.write(0, x, 1, Order::relaxed, 1);
  const Ref flag = build.write(0, y, 1, Order::release, 1);
  const Ref weak = build.read(1, y, flag, Order::relaxed);
  const Ref strong = build.read(2, y, flag, Order::acquire);
  EXPECT_FALSE(ordered(build.graph, data, weak));
  EXPECT_TRUE(ordered(build.graph, data, strong));
  EXPECT_TRUE(build.graph.at(weak).prefix.covers(data));
}

TEST(Clocks, FencesOrderRelaxedAccesses) {
  Builder build;
  const Ref data = build.write(0, x, 1, Order::relaxed, 1);
  build.fence(0, Order::release);
  const Ref flag = build.write(0, y, 1, Order::relaxed, 1);
  const Ref read = build.read(1, y, flag, Order::relaxed);
  EXPECT_FALSE(ordered(build.graph, data, read));
  const Ref fence = build.fence(1, Order::acquire);
  EXPECT_TRUE(ordered(build.graph, data, fence));
}

TEST(Clocks, ReleaseFenceDoesNotCoverWhatFollows) {
  Builder build;
  build.fence(0, Order::release);
  const Ref data = build.write(0, x, 1, Order::relaxed, 1);
  const Ref flag = build.write(0, y, 1, Order::relaxed, 1);
  const Ref read = build.read(1, y, flag, Order::acquire);
  EXPECT_FALSE(ordered(build.graph, data, read));
}

TEST(Clocks, UpdatesContinueAReleaseSequence) {
  Builder build;
  const Ref data = build.write(0, x, 1, Order::relaxed, 1);
  const Ref flag = build.write(0, y, 1, Order::release, 1);
  const Ref update = build.update(1, y, flag, 2, Order::relaxed);
  const Ref read = build.read(2, y, update, Order::acquire);
  EXPECT_TRUE(ordered(build.graph, data, read));
}

TEST(Clocks, AStoreOfTheSameThreadDoesNot) {
  Builder build;
  const Ref data = build.write(0, x, 1, Order::relaxed, 1);
  build.write(0, y, 1, Order::release, 1);
  const Ref later = build.write(0, y, 2, Order::relaxed, 2);
  const Ref read = build.read(1, y, later, Order::acquire);
  EXPECT_FALSE(ordered(build.graph, data, read));
}

TEST(Clocks, ACreatedThreadKnowsItsCreator) {
  Builder build;
  const Ref data = build.write(0, x, 1, Order::relaxed, 1);
  build.create(0, 1);
  const Ref later = build.write(0, x, 2, Order::relaxed, 2);
  const Ref read = build.read(1, x, data, Order::relaxed);
  EXPECT_TRUE(ordered(build.graph, data, read));
  EXPECT_FALSE(ordered(build.graph, later, read));
}

}  // namespace
}  // namespace interleave::engine
