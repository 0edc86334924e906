// SPDX-License-Identifier: MIT
#include "compile/side_by_side.hpp"

#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace {

using compile_command::outcome;
using compiler_explorer::source_place;

outcome made(const std::string& name,
             const std::vector<std::pair<int, std::string>>& lines) {
  outcome result;
  result.compiler.name = name;
  for (const auto& [line, text] : lines) {
    if (line > 0) {
      result.build.assembly.push_back({text, source_place{"", line, 1}});
    } else {
      result.build.assembly.push_back({text, std::nullopt});
    }
  }
  return result;
}

TEST(SideBySide, IsAlignedBySourceLine) {
  const std::string source = "int f() {\n  return g();\n}\n";
  const outcome left = made("gcc", {{0, "f():"},
                                    {2, "        call    g()"},
                                    {3, "        ret"},
                                    {2, "        nop"}});
  const outcome right = made(
      "clang", {{0, "f():"}, {1, "\tpush\trax"}, {2, "        jmp     g()"}});
  std::ostringstream out;
  write_side_by_side(left, right, source, out);
  EXPECT_EQ(out.str(),
            "gcc         | clang\n"
            "\n"
            "1 | int f() {\n"
            "            | push rax\n"
            "\n"
            "2 |   return g();\n"
            "call    g() | jmp     g()\n"
            "nop         | \n"
            "\n"
            "3 | }\n"
            "ret         | \n");
}

TEST(SideBySide, AlignsTheLinesOfHeadersThatAreElsewhere) {
  outcome left = made("a", {{1, "  x"}});
  outcome right = made("b", {{1, "  z"}});
  left.build.assembly.push_back(
      {"  mov", source_place{"/opt/12/bits/atomic_base.h", 501, 1}});
  right.build.assembly.push_back(
      {"  ldar", source_place{"/usr/bits/atomic_base.h", 501, 1}});
  std::ostringstream out;
  write_side_by_side(left, right, "f();\n", out);
  EXPECT_EQ(out.str(),
            "a   | b\n\n1 | f();\nx   | z\n\n<atomic_base.h>:501\n"
            "mov | ldar\n");
}

TEST(SideBySide, OfNothingIsAHeading) {
  std::ostringstream out;
  write_side_by_side(made("a", {}), made("b", {}), "", out);
  EXPECT_EQ(out.str(), "a | b\n");
}

}  // namespace
