// SPDX-License-Identifier: MIT
#include "api/lines.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace {

using nlohmann::json;

TEST(Lines, AreSplitAsCompilerExplorerDoes) {
  EXPECT_EQ(live_pages::to_lines("a\r\n\nb\n"),
            json::parse(R"([{"text":"a"},{"text":""},{"text":"b"}])"));
  EXPECT_EQ(live_pages::to_lines(""), json::array());
}

TEST(Diagnostics, BearTheirPlaces) {
  const json lines = live_pages::to_diagnostics(
      "example.cpp: In function 'f':\n"
      "example.cpp:3:16: warning: unused [-W]\n"
      "    3 | int x;\n"
      "h.hpp:7: fatal error: no file: x\n"
      "collect2: error: ld returned 1 exit status\n");
  ASSERT_EQ(lines.size(), 5U);
  EXPECT_EQ(lines[0].at("text"), "<source>: In function 'f':");
  EXPECT_FALSE(lines[0].contains("tag"));
  EXPECT_EQ(lines[1].at("tag"),
            json::parse(R"({"file":"example.cpp","line":3,"column":16,
                            "severity":2,"text":"unused [-W]"})"));
  EXPECT_EQ(lines[1].at("text"), "<source>:3:16: warning: unused [-W]");
  EXPECT_EQ(lines[3].at("tag").at("severity"), 3);
  EXPECT_EQ(lines[3].at("tag").at("column"), 0);
  EXPECT_FALSE(lines[4].contains("tag"));
}

}  // namespace
