// SPDX-License-Identifier: MIT
// What is sent to run a program, and what is made of recorded answers.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "compiler_explorer/client.hpp"
#include "compiler_explorer/text.hpp"
#include "support/error_of.hpp"
#include "support/scripted_transport.hpp"

namespace {

using compiler_explorer::compile_request;
using compiler_explorer::error_kind;
using compiler_explorer::run_result;
using support::client_of;
using support::error_of;
using support::replay;

using lines = std::vector<std::string>;

compile_request program() {
  compile_request request;
  request.compiler = "g12";
  request.source = "int main() {}\n";
  return request;
}

run_result answer(const std::string& sample) {
  return client_of(replay({sample})).run(program());
}

TEST(RunRequest, HasArgumentsAndInput) {
  const auto script = replay({"exec_executorRequest"});
  static_cast<void>(client_of(script).run(program(), {{"a", "b c"}, "s\n"}));
  const auto sent = nlohmann::json::parse(script->requests.at(0).body);
  const auto& options = sent.at("options");
  EXPECT_EQ(options.at("executeParameters").at("args"),
            (nlohmann::json{"a", "b c"}));
  EXPECT_EQ(options.at("executeParameters").at("stdin"), "s\n");
  EXPECT_EQ(options.at("compilerOptions").at("executorRequest"), true);
  EXPECT_EQ(options.at("filters").at("execute"), true);
}

TEST(Run, HasOutputAndCode) {
  for (const char* sample :
       {"exec_executorRequest", "2023_exec_executorRequest"}) {
    const run_result result = answer(sample);
    EXPECT_TRUE(result.did_execute);
    EXPECT_FALSE(result.ok()) << "it returned 7";
    EXPECT_EQ(result.code, 7);
    EXPECT_EQ(result.out, (lines{"argc=2", "arg 1: a", "in: s"}));
    EXPECT_EQ(result.err, (lines{"done"}));
    EXPECT_GT(result.time.count(), 10);
    EXPECT_TRUE(result.build.ok());
    EXPECT_EQ(describe(result), "exited with 7");
  }
}

TEST(Run, ShowsWhyTheProgramWasNotBuilt) {
  for (const char* sample :
       {"exec_compile_error", "exec_link_error", "exec_no_main"}) {
    const run_result result = answer(sample);
    EXPECT_FALSE(result.did_execute) << sample;
    EXPECT_EQ(result.build.code, 1) << sample;
    EXPECT_FALSE(result.build.diagnostics.empty()) << sample;
    EXPECT_EQ(describe(result), "did not compile") << sample;
  }
  EXPECT_EQ(answer("exec_link_error").build.diagnostics[0].message,
            "undefined reference to `g()'");
}

TEST(Run, ClaimsNoMoreThanIsKnownOfASignal) {
  for (const char* sample : {"exec_segv", "exec_abort", "exec_throw"}) {
    EXPECT_EQ(describe(answer(sample)),
              "was killed by a signal, or could not be started");
  }
  auto client = client_of(support::answer_with({support::response(
      200, R"({"code": 139, "didExecute": true, "buildResult": {"code": 0},
               "stderr": [{"text": "x.cpp:1: Assertion `false' failed."},
                 {"text": "Program terminated with signal: SIGSEGV"}]})")}));
  EXPECT_EQ(describe(client.run(program())), "was killed by a signal");
}

TEST(Run, SaysThatTimeRanOut) {
  const run_result result = answer("exec_infinite_loop");
  EXPECT_TRUE(result.timed_out);
  EXPECT_EQ(result.out, lines{"start"});
  EXPECT_EQ(describe(result), "ran out of time");
}

TEST(Run, SaysThatNothingCouldBeRun) {
  auto client = client_of(support::answer_with({support::response(
      200, R"({"code": -1, "didExecute": false, "buildResult": {"code": 0},
               "stderr": [{"text": "No execution available"}]})")}));
  const run_result result = client.run(program());
  EXPECT_EQ(describe(result), "was built, but could not be run");
  EXPECT_EQ(result.err, lines{"No execution available"});
}

TEST(Run, KeepsTheBytesOfTheProgramAndMakesThemPrintable) {
  const run_result result = answer("exec_asan");
  EXPECT_EQ(result.code, 1);
  bool coloured = false;
  for (const auto& line : result.err) {
    coloured = coloured || line.find('\x1b') != std::string::npos;
    EXPECT_EQ(compiler_explorer::printable(line).find('\x1b'),
              std::string::npos);
  }
  EXPECT_TRUE(coloured);
}

TEST(Run, TakesOutputThatIsNoText) {
  const run_result result = answer("exec_binary_output");
  EXPECT_TRUE(result.did_execute);
  for (const auto& line : result.out) {
    for (const char each : compiler_explorer::printable(line)) {
      EXPECT_TRUE(static_cast<unsigned char>(each) >= ' ' || each == '\t');
    }
  }
}

TEST(Run, RefusesAnswersWithoutABuild) {
  for (const char* body : {"{}", R"({"code": 0})", R"({"didExecute": true})",
                           R"({"code": 0, "buildResult": {}})",
                           R"({"code": 0, "buildResult": []})"}) {
    auto client =
        client_of(support::answer_with({support::response(200, body)}));
    EXPECT_EQ(error_of([&] { return client.run(program()); }).kind(),
              error_kind::bad_answer)
        << body;
  }
}

}  // namespace
