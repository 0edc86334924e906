// SPDX-License-Identifier: MIT
#include "graph/graph.hpp"

#include <gtest/gtest.h>

#include "builder.hpp"
#include "graph/hash.hpp"

namespace interleave::engine {
namespace {

constexpr LocationId x = 0;
constexpr Order relaxed = Order::relaxed;

TEST(Graph, KeepsModificationOrder) {
  Builder build;
  const Ref a = build.write(0, x, 1, relaxed, 1);
  const Ref b = build.write(1, x, 2, relaxed, 1);
  EXPECT_EQ(build.graph.rank_of(b), 1U);
  EXPECT_EQ(build.graph.rank_of(a), 2U);
  EXPECT_EQ(build.graph.rank_of(initial_write), 0U);
}

TEST(Graph, RewindsToWhatItWas) {
  Builder build;
  build.write(0, x, 1, relaxed, 1);
  const std::uint64_t before = hash_graph(build.graph);
  const std::size_t mark = build.graph.mark();
  const Ref b = build.write(1, x, 2, relaxed, 1);
  build.read(2, x, b, relaxed);
  build.fence(2, Order::seq_cst);
  EXPECT_NE(hash_graph(build.graph), before);
  build.graph.rewind(mark);
  EXPECT_EQ(hash_graph(build.graph), before);
  EXPECT_EQ(build.graph.sc_events(), 0U);
  EXPECT_EQ(build.graph.accesses(x).reads.size(), 0U);
}

TEST(Graph, BoundIsWhatHappensBeforeForces) {
  Builder build;
  const Ref a = build.write(0, x, 1, relaxed, 1);
  build.write(1, x, 2, relaxed, 2);
  EXPECT_EQ(build.graph.bound(x, Clock{}), 0U);
  EXPECT_EQ(build.graph.bound(x, build.graph.at(a).before), 1U);
  const Ref r = build.read(2, x, {1, 0}, relaxed);
  EXPECT_EQ(build.graph.bound(x, build.graph.at(r).before), 2U);
}

TEST(Graph, KnowsWhatAnUpdateHasRead) {
  Builder build;
  build.write(0, x, 1, relaxed, 1);
  EXPECT_FALSE(build.graph.consumed(x, 0));
  build.update(1, x, initial_write, 5, relaxed);
  EXPECT_TRUE(build.graph.consumed(x, 0));
  EXPECT_FALSE(build.graph.consumed(x, 1));
}

TEST(Graph, RestrictionKeepsOrderAndRanks) {
  Builder build;
  build.write(0, x, 1, relaxed, 1);
  const Ref b = build.write(1, x, 2, relaxed, 2);
  const Ref c = build.write(2, x, 3, relaxed, 3);
  Graph part;
  part.restrict_from(build.graph, 1, build.graph.at(c).prefix);
  EXPECT_EQ(part.size(), 2U);
  EXPECT_EQ(part.size(b.thread), 0U);
  EXPECT_EQ(part.rank_of(c), 2U);
}

TEST(Graph, HashTellsGraphsApart) {
  Builder one;
  Builder two;
  one.write(0, x, 1, relaxed, 1);
  one.write(1, x, 2, relaxed, 1);
  two.write(0, x, 1, relaxed, 1);
  two.write(1, x, 2, relaxed, 2);
  EXPECT_NE(hash_graph(one.graph), hash_graph(two.graph));
}

}  // namespace
}  // namespace interleave::engine
