// SPDX-License-Identifier: MIT
#include "search/script.hpp"

#include <gtest/gtest.h>

#include "builder.hpp"

namespace interleave::engine {
namespace {

TEST(Script, ComesBackFromItsText) {
  Builder build;
  build.create(0, 1);
  const Ref a = build.write(0, 0, 40, Order::relaxed, 1);
  build.write(1, 0, 41, Order::relaxed, 1);
  build.read(1, 0, a, Order::relaxed);
  build.read(2, 0, initial_write, Order::relaxed);
  const Script script = Script::of(build.graph);
  const std::optional<Script> again = Script::parse(script.text());
  ASSERT_TRUE(again.has_value());
  EXPECT_EQ(again->text(), script.text());
  ASSERT_NE(again->find({1, 1}), nullptr);
  EXPECT_EQ(again->find({1, 1})->source, a);
  EXPECT_EQ(again->find({0, 1})->rank, 2U);
  EXPECT_EQ(again->find({2, 1}), nullptr);
}

TEST(Script, RefusesWhatIsNone) {
  EXPECT_FALSE(Script::parse("").has_value());
  EXPECT_FALSE(Script::parse("zzz").has_value());
  EXPECT_FALSE(Script::parse("19").has_value());
  EXPECT_FALSE(Script::parse("100 ").has_value());
}

}  // namespace
}  // namespace interleave::engine
