// SPDX-License-Identifier: MIT
#include "api/build_errors.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace {

using live_pages::build_errors;
using nlohmann::json;

TEST(BuildErrors, AreAllThereWithTheirPlaces) {
  const json all = build_errors(
      "[1/2] Building CXX object check.cpp.o\n"
      "FAILED: check.cpp.o\n"
      "In file included from /r/exercises/a/one/check.cpp:3:\n"
      "/r/answers/a/one/one.hpp: In member function 'void f()':\n"
      "/r/answers/a/one/one.hpp:3:5: error: expected ';' before '}'\n"
      "    3 |   int a\n"
      "      |        ^\n"
      "      |        ;\n"
      "/r/answers/a/one/one.hpp:9:7: warning: unused\n"
      "/r/answers/a/one/one.hpp:12:1: fatal error: no file: x\n"
      "ninja: build stopped: subcommand failed.\n",
      "one.hpp");
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0], json::parse(R"({"line":3,"column":5,"file":"","there":3,
      "message":"expected ';' before '}'",
      "source":["    3 |   int a","      |        ^","      |        ;"]})"));
  EXPECT_EQ(all[1].at("line"), 12);
}

TEST(BuildErrors, ElsewhereLeadToTheAnswersLineWithGcc) {
  const json all = build_errors(
      "/r/answers/a/one/one.hpp: In instantiation of 'void g(T) [with T]':\n"
      "/r/answers/a/one/one.hpp:21:9:   required from 'void one::f()'\n"
      "/r/exercises/a/one/check.cpp:14:4:   required from here\n"
      "/usr/include/c++/12/atomic:196:21: error: static assertion failed\n"
      "  196 |       static_assert(x);\n"
      "/usr/include/c++/12/atomic:196:21: note: 'x' evaluates to false\n"
      "/r/exercises/a/one/check.cpp:30:2: error: no member named 'acquire'\n",
      "one.hpp");
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].at("line"), 21);
  EXPECT_EQ(all[0].at("file"), "/usr/include/c++/12/atomic");
  EXPECT_EQ(all[0].at("there"), 196);
  EXPECT_EQ(all[1].at("line"), 0);
  EXPECT_EQ(all[1].at("file"), "/r/exercises/a/one/check.cpp");
}

TEST(BuildErrors, ElsewhereLeadToTheAnswersLineWithClang) {
  const json all = build_errors(
      "/r/exercises/a/one/check.cpp:30:2: error: no matching constructor\n"
      "/r/answers/a/one/one.hpp:7:12: note: candidate constructor not viable\n"
      "/r/answers/a/one/one.hpp:9:12: note: candidate constructor not viable\n"
      "2 errors generated.\n",
      "one.hpp");
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].at("line"), 7);
  EXPECT_EQ(all[0].at("there"), 30);
}

TEST(BuildErrors, LeadToWhatWasWrittenRatherThanToAnInclude) {
  const std::string included =
      "In file included from /r/answers/a/one/one.hpp:2,\n"
      "                 from /r/exercises/a/one/check.cpp:1:\n";
  const std::string error = "/usr/include/atomic:211:21: error: assertion\n";
  const auto line = [](const std::string& output) {
    return build_errors(output, "one.hpp").at(0).at("line");
  };
  EXPECT_EQ(line(included + error), 2);
  EXPECT_EQ(
      line(included + "/usr/include/atomic: In instantiation of 'a':\n" +
           "/r/answers/a/one/one.hpp:6:20:   required from here\n" + error),
      6);
  EXPECT_EQ(line(included + error +
                 "/r/answers/a/one/one.hpp:7:20: note: requested here\n"),
            7);
}

TEST(BuildErrors, AreNotOfAnotherFileWhoseNameEndsSo) {
  const json all = build_errors("/r/a/not_one.hpp:3:5: error: x\n", "one.hpp");
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].at("line"), 0);
}

TEST(BuildErrors, AreTwentyAtMost) {
  std::string text;
  for (int k = 0; k < 30; ++k) text += "/one.hpp:1:1: error: x\n";
  EXPECT_EQ(build_errors(text, "one.hpp").size(), 20U);
  EXPECT_TRUE(build_errors("undefined reference to 'f'", "one.hpp").empty());
}

}  // namespace
