// SPDX-License-Identifier: MIT
#include "compiler_explorer/text.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace {

using namespace compiler_explorer;
using strings = std::vector<std::string>;

TEST(Text, LosesItsEscapeSequences) {
  EXPECT_EQ(strip_escapes("\x1b[01m\x1b[K<source>:\x1b[m\x1b[K In"),
            "<source>: In");
  EXPECT_EQ(strip_escapes("a\x1b]0;title\x07"
                          "b\x1b]8;;http://x\x1b\\c"),
            "abc");
  EXPECT_EQ(strip_escapes("a\x1b(Bb\x1b"
                          "7c"),
            "abc");
  for (const char* unended : {"a\x1b", "a\x1b[", "a\x1b[1;3", "a\x1b]0;t"}) {
    EXPECT_EQ(strip_escapes(unended), "a");
  }
}

TEST(Text, IsMadePrintable) {
  EXPECT_EQ(printable("a\tb\nc"), "a\tb\nc");
  EXPECT_EQ(printable(std::string{"a\0b\rc\x7f", 6}), "a�b�c�");
  EXPECT_EQ(printable("x\xc2\x9b"
                      "31m"),
            "x�31m");
  EXPECT_EQ(printable("ü 世"), "ü 世");
}

TEST(Arguments, SurviveTheWayToTheServer) {
  const strings words = {"-O2",  "",       "a b", "it's", "\"",
                         "\\",   "$HOME",  "`x`", "*",    "-DX=\"a b\"",
                         "a\nb", "\u00fc", ";",   "&"};
  EXPECT_EQ(split_arguments(join_arguments(words)), words);
  EXPECT_EQ(join_arguments({"-std=c++20", "-O2"}), "-std=c++20 -O2");
}

TEST(Arguments, AreSplitAsAShellWould) {
  EXPECT_EQ(split_arguments("  a  b\t'c d' \"e \\\" f\" g\\ h \"\" "),
            (strings{"a", "b", "c d", "e \" f", "g h", ""}));
  EXPECT_EQ(split_arguments("a\\\nb"), strings{"ab"});
  EXPECT_EQ(split_arguments("'unended words"), strings{"unended words"});
  EXPECT_EQ(split_arguments("\"unended words"), strings{"unended words"});
  EXPECT_EQ(split_arguments("a\\"), strings{"a"});
  EXPECT_EQ(split_arguments(""), strings{});
}

}  // namespace
