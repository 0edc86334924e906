// SPDX-License-Identifier: MIT
#include "relation.hpp"

#include <gtest/gtest.h>

namespace {

using reference::relation;

TEST(Relation, Composes) {
  relation first{4};
  first.add(0, 1);
  first.add(0, 2);
  relation second{4};
  second.add(1, 3);
  const relation both = first.then(second);
  EXPECT_TRUE(both.has(0, 3));
  EXPECT_FALSE(both.has(0, 1));
  EXPECT_FALSE(both.has(1, 3));
}

TEST(Relation, ClosesOverPathsInAnyNumbering) {
  relation path{relation::capacity};
  path.add(63, 7);
  path.add(7, 40);
  path.add(40, 0);
  const relation closed = path.closure();
  EXPECT_TRUE(closed.has(63, 0));
  EXPECT_TRUE(closed.has(7, 0));
  EXPECT_FALSE(closed.has(0, 63));
  EXPECT_TRUE(path.acyclic());
  path.add(0, 63);
  EXPECT_TRUE(path.irreflexive());
  EXPECT_FALSE(path.acyclic());
}

TEST(Relation, Unites) {
  relation left{2};
  left.add(0, 1);
  relation right{2};
  right.add(1, 0);
  const relation both = left | right;
  EXPECT_TRUE(both.has(0, 1));
  EXPECT_TRUE(both.has(1, 0));
  EXPECT_FALSE(both.has(0, 0));
}

}  // namespace
