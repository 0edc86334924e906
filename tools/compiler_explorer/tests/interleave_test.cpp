// SPDX-License-Identifier: MIT
#include "compiler_explorer/interleave.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace {

using compiler_explorer::assembly_line;
using compiler_explorer::blocks_of;
using compiler_explorer::interleaved;
using compiler_explorer::source_place;

constexpr const char* source = "int f() {\n  return g();\n}\n";

assembly_line at(int line, const std::string& text,
                 const std::string& file = "") {
  return {text, source_place{file, line, 1}};
}

assembly_line label(const std::string& text) { return {text, std::nullopt}; }

TEST(Interleave, PutsTheSourceAboveWhatItBecame) {
  EXPECT_EQ(interleaved(source,
                        {label("f():"), at(1, "  push"), at(2, "  call g"),
                         at(2, "  add"), at(1, "  x"), at(3, "  ret")},
                        "#"),
            "f():\n"
            "# 1 | int f() {\n"
            "  push\n"
            "# 2 |   return g();\n"
            "  call g\n"
            "  add\n"
            "# 1 | int f() {\n"
            "  x\n"
            "# 3 | }\n"
            "  ret\n");
}

TEST(Interleave, GivesDirectivesToWhatTheyStandIn) {
  const auto blocks =
      blocks_of(source, {label("f():"), at(2, "  a"), label("  .p2align 4"),
                         at(2, "  b"), label(".L2:"), at(2, "  c"),
                         label("data:"), label("  .long 1")});
  ASSERT_EQ(blocks.size(), 2U);
  EXPECT_EQ(blocks[0].line, 2);
  EXPECT_EQ(blocks[0].source, "  return g();");
  EXPECT_EQ(blocks[0].first, 0U);
  EXPECT_EQ(blocks[0].count, 6U);
  EXPECT_EQ(blocks[1].line, 0);
  EXPECT_EQ(blocks[1].count, 2U);
}

TEST(Interleave, NamesTheLineOfAHeader) {
  const std::vector<assembly_line> assembly = {
      at(2, "  a"), at(501, "  b", "/usr/include/bits/atomic_base.h"),
      at(501, "  c", "/usr/include/bits/atomic_base.h"),
      at(501, "  d", "/usr/include/bits/other.h")};
  EXPECT_EQ(interleaved(source, assembly),
            "; 2 |   return g();\n  a\n"
            "; <atomic_base.h>:501\n  b\n  c\n"
            "; <other.h>:501\n  d\n");
  EXPECT_EQ(blocks_of(source, assembly)[1].file,
            "/usr/include/bits/atomic_base.h");
}

TEST(Interleave, KnowsNoLineBeyondTheSource) {
  const auto blocks =
      blocks_of(source, {at(2, "  a"), at(1333, "  c"), at(2, "  d")});
  ASSERT_EQ(blocks.size(), 3U);
  EXPECT_EQ(blocks[1].line, 0);
  EXPECT_EQ(blocks[1].count, 1U);
}

TEST(Interleave, TakesWhatThereIs) {
  EXPECT_TRUE(blocks_of(source, {}).empty());
  EXPECT_TRUE(blocks_of("", {}).empty());
  EXPECT_EQ(interleaved("", {label("f():")}), "f():\n");
  EXPECT_EQ(interleaved("", {label("")}), "\n");
}

// Every line of the assembly is in exactly one block.
TEST(Interleave, LosesNothing) {
  std::vector<assembly_line> assembly;
  for (int index = 0; index < 200; ++index) {
    const int kind = index * 7 % 5;
    assembly.push_back(kind == 0   ? label("l:")
                       : kind == 1 ? label("  .d")
                                   : at(index % 5, "  i"));
  }
  std::size_t next = 0;
  for (const auto& block : blocks_of(source, assembly)) {
    EXPECT_EQ(block.first, next);
    EXPECT_GE(block.count, 1U);
    next += block.count;
  }
  EXPECT_EQ(next, assembly.size());
}

}  // namespace
