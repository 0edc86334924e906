// SPDX-License-Identifier: MIT
#include "terminal/page.hpp"

#include <gtest/gtest.h>

#include "terminal/keys.hpp"
#include "terminal/markdown.hpp"
#include "terminal/width.hpp"

namespace {

using command_line::clip;
using command_line::columns;
using command_line::line;
using command_line::look;
using command_line::page;
using command_line::plain;
using command_line::render;
using command_line::wrap;

std::string text_of(const page& lines) {
  std::string text;
  for (const line& each : lines) text += plain(each) + '\n';
  return text;
}

TEST(Width, CountsWhatATerminalShows) {
  EXPECT_EQ(columns("abc"), 3U);
  EXPECT_EQ(columns("\u2014\u00e9"), 2U);
  EXPECT_EQ(columns("e\u0301"), 1U);
  EXPECT_EQ(columns("\u9501"), 2U);
  EXPECT_EQ(columns("\xff\xfe"), 2U);
  EXPECT_EQ(columns("\xe9"), 1U);
  EXPECT_EQ(command_line::bytes_within("\u9501\u9501", 3), 3U);
}

TEST(Page, LetsNoControlReachTheTerminal) {
  const line text{
      {"a\x1b[2J\x07\xc2\x9b"
       "b",
       look::plain}};
  EXPECT_EQ(render(text, false), "a[2Jb");
  EXPECT_EQ(render({{"x", look::bad}}, true), "\x1b[1;31mx\x1b[0m");
}

TEST(Page, WrapsAtBlanksAndKeepsLooks) {
  const line text{{"one two "}, {"three", look::bold}, {" four"}};
  EXPECT_EQ(text_of(wrap(text, 9, 2)), "one two\n  three\n  four\n");
  EXPECT_EQ(wrap(text, 9, 2)[1].back().as, look::bold);
  EXPECT_EQ(text_of(wrap({{"  unbreakable"}}, 5)), "  unb\n");
  EXPECT_EQ(text_of(wrap({}, 5)), "\n");
}

TEST(Page, ClipsBetweenCharacters) {
  EXPECT_EQ(plain(clip({{"ab"}, {"cd"}}, 3)), "abc");
  EXPECT_EQ(plain(clip({{"\u9501\u9501"}}, 3)), "\u9501");
  EXPECT_EQ(plain(clip({{"abc"}}, 0)), "");
}

TEST(Markdown, RendersWhatTheTasksHold) {
  EXPECT_EQ(text_of(command_line::markdown(
                "# Title\n\nA line\nand `code` and **bold**.\n\n"
                "- one item that is long\n- two\n\n"
                "```{fragment}\nvoid f();  // x\n```\n\n"
                "See {std}`mutex` {cite}`x` [here](y.md).\n"
                ":::{note}\nInside.\n:::\n",
                20)),
            "Title\n\nA line and code and\nbold.\n\n- one item that is\n"
            "  long\n- two\n\n    void f();  // x\n\nSee mutex  here.\n\n"
            "Inside.\n");
}

TEST(Markdown, LeavesWhatIsNoMarkup) {
  const auto inside = [](const char* text) {
    return plain(command_line::inline_markdown(text));
  };
  EXPECT_EQ(inside("2 * 3 * 4"), "2 * 3 * 4");
  EXPECT_EQ(inside("a ` b"), "a ` b");
  EXPECT_EQ(inside("[x] {y} **"), "[x] {y} **");
  EXPECT_EQ(inside("\\*x\\*"), "*x*");
  EXPECT_EQ(inside("``a`b``"), "a`b");
}

TEST(Keys, AreReadFromBytes) {
  using command_line::read_keys;
  EXPECT_EQ(read_keys("hq"), (std::vector<int>{'h', 'q'}));
  EXPECT_EQ(read_keys("\x1b[A\x1b[6~x"),
            (std::vector<int>{command_line::up, command_line::page_down, 'x'}));
  EXPECT_EQ(read_keys("\x1b"), (std::vector<int>{command_line::escape}));
  EXPECT_TRUE(read_keys("\x1b[200~").empty());
  EXPECT_TRUE(read_keys("\xc3\xa9").empty());
}

}  // namespace
