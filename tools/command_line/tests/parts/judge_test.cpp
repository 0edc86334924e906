// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "judge/compiler_output.hpp"
#include "judge/judgement.hpp"
#include "judge/test_output.hpp"

namespace {

using command_line::build_error;
using command_line::first_error;
using command_line::judge_run;
using command_line::read_test_output;
using command_line::test_output;
using command_line::verdict;

TEST(CompilerOutput, NamesTheFirstError) {
  const build_error error = first_error(
      "[1/3] Building CXX object x.o\nFAILED: x.o\n"
      "a/x.hpp: In member function 'void f()':\n"
      "a/x.hpp:12:7: warning: unused variable 'y' [-Wunused-variable]\n"
      "a/x.hpp:15:3: error: 'z' was not declared in this scope\n"
      "   15 |   z = 1;\n      |   ^\n"
      "a/x.hpp:16:3: error: another\n",
      "x.hpp");
  EXPECT_EQ(error.file, "a/x.hpp");
  EXPECT_EQ(error.line, 15);
  EXPECT_EQ(error.column, 3);
  EXPECT_EQ(error.message, "'z' was not declared in this scope");
  EXPECT_EQ(error.source,
            (std::vector<std::string>{"   15 |   z = 1;", "      |   ^"}));
  EXPECT_EQ(error.from, "");
}

TEST(CompilerOutput, LeadsBackToTheAnswer) {
  const build_error error = first_error(
      "In file included from a/x.hpp:4,\n                 from check.cpp:2:\n"
      "/usr/include/c++/12/atomic:200:7: error: static assertion failed\n",
      "x.hpp");
  EXPECT_EQ(error.file, "/usr/include/c++/12/atomic");
  EXPECT_EQ(error.from, "x.hpp:4");
}

TEST(CompilerOutput, KnowsLinkersAndConfigurations) {
  EXPECT_EQ(first_error("ld: x.o: in function `f':\nx.cpp:(.text+0x5): "
                        "undefined reference to `g()'\n",
                        "x.hpp")
                .message,
            "undefined reference to `g()'");
  const build_error cmake = first_error(
      "CMake Error at CMakeLists.txt:3 (include):\n  what\n", "x.hpp");
  EXPECT_EQ(cmake.source, std::vector<std::string>{"  what"});
  EXPECT_EQ(first_error("", "x.hpp").message,
            "The build failed and said nothing.");
}

constexpr const char* failing =
    "[ RUN      ] A.One\n[       OK ] A.One (0 ms)\n"
    "[ RUN      ] A.Two/0\nc.cpp:39: Failure\nFailed\ndeadlock: nobody wakes\n"
    "more\nc.cpp:40: Failure\nsecond\n"
    "[  FAILED  ] A.Two/0, where TypeParam = int (3 ms)\n"
    "[ RUN      ] A.Three\nc.cpp:1: Skipped\n\n[  SKIPPED ] A.Three (0 ms)\n"
    "[  FAILED  ] 1 test, listed below:\n[  FAILED  ] A.Two/0\n";

TEST(TestOutput, KeepsTheFirstFailureOfATest) {
  const test_output tests = read_test_output(failing);
  EXPECT_EQ(tests.passed, 1U);
  EXPECT_EQ(tests.skipped, std::vector<std::string>{"A.Three"});
  ASSERT_EQ(tests.failed.size(), 1U);
  EXPECT_EQ(tests.failed[0].name, "A.Two/0");
  EXPECT_EQ(tests.failed[0].file, "c.cpp");
  EXPECT_EQ(tests.failed[0].line, 39);
  EXPECT_EQ(tests.failed[0].message, "deadlock: nobody wakes\nmore");
  EXPECT_EQ(tests.running, "");
}

TEST(TestOutput, KnowsWhichTestIsUnderWay) {
  const test_output tests = read_test_output("[ RUN      ] A.One\nso far\n");
  EXPECT_EQ(tests.running, "A.One");
  EXPECT_EQ(tests.said, "so far");
}

TEST(Judgement, IsOfWhatHappened) {
  using kind = verdict::kind;
  EXPECT_EQ(judge_run({.code = 1}, failing, "").how, kind::failed);
  EXPECT_EQ(
      judge_run({}, "[ RUN      ] A.B\n[       OK ] A.B (0 ms)\n", "").how,
      kind::passed);
  // A program that is killed has not passed, whatever it has said.
  EXPECT_EQ(judge_run({.signal = 11},
                      "[ RUN      ] A.B\n[       OK ] A.B (0 ms)\n", "")
                .how,
            kind::crashed);
  EXPECT_EQ(judge_run({}, "", "").how, kind::not_judged);
  // Neither has one that leaves in the middle of a test.
  EXPECT_EQ(judge_run({},
                      "[ RUN      ] A.B\n[       OK ] A.B (0 ms)\n"
                      "[ RUN      ] A.C\n",
                      "")
                .how,
            kind::crashed);
  EXPECT_EQ(
      command_line::judge_endless("[ RUN      ] A.B\n", "x", "").test.name,
      "A.B");
}

TEST(Judgement, ShowsTheExecutionThatTheMessageTellsOf) {
  const auto result = [](const std::string& sentence) {
    return R"({"executions": 1, "failure": {"kind": "deadlock",)"
           R"( "sentence": ")" +
           sentence +
           R"(", "execution": {"threads": ["main"], "steps": [],)"
           R"( "notes": []}}})"
           "\n";
  };
  const verdict shown =
      judge_run({.code = 1}, failing,
                result("another") + "not JSON\n" + result("nobody wakes"));
  if (!shown.shown) FAIL();
  EXPECT_EQ(shown.shown->sentence, "nobody wakes");
  EXPECT_FALSE(judge_run({.code = 1}, failing, result("another")).shown);
}

}  // namespace
