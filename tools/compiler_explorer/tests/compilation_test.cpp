// SPDX-License-Identifier: MIT
// What is made of recorded answers to compilations.
#include <gtest/gtest.h>

#include <cstddef>
#include <string>

#include "compiler_explorer/client.hpp"
#include "support/error_of.hpp"
#include "support/scripted_transport.hpp"
#include "support/square.hpp"

namespace {

using compiler_explorer::compile_request;
using compiler_explorer::compile_result;
using compiler_explorer::error_kind;
using compiler_explorer::severity;
using compiler_explorer::source_place;
using support::client_of;
using support::error_of;
using support::replay;

compile_request square() { return support::square({"-O2"}); }

// Where a line of assembly comes from; line 0 if that is not said.
source_place place_of(const compile_result& result, std::size_t index) {
  return result.assembly.at(index).place.value_or(source_place{});
}

compile_result answer(const std::string& sample) {
  return client_of(replay({sample})).compile(square());
}

TEST(Answer, HasAssemblyWithItsSource) {
  const compile_result result = answer("json_compile_O2");
  EXPECT_TRUE(result.ok());
  EXPECT_EQ(describe(result), "compiled");
  EXPECT_EQ(result.instruction_set, "amd64");
  ASSERT_EQ(result.assembly.size(), 4U);
  EXPECT_EQ(result.assembly[0].text, "square(int):");
  EXPECT_EQ(place_of(result, 0).line, 0);
  EXPECT_EQ(place_of(result, 1).file, "");
  EXPECT_EQ(place_of(result, 1).line, 2);
  EXPECT_EQ(place_of(result, 1).column, 18);
}

TEST(Answer, WithFilesHasTheOwnSourceMarked) {
  const compile_result result = answer("files_multi");
  ASSERT_EQ(result.assembly.size(), 3U);
  EXPECT_EQ(place_of(result, 1).file, "");
  EXPECT_EQ(place_of(result, 1).line, 3);
}

TEST(Answer, OfEveryArchitectureAndAlias) {
  for (const char* sample :
       {"compile_arm64g12", "compile_rv64g12", "compile_ppc64leg12",
        "compile_clang19", "alias_compiler", "libs_header"}) {
    const compile_result result = answer(sample);
    EXPECT_TRUE(result.ok()) << sample;
    EXPECT_FALSE(result.assembly.empty()) << sample;
  }
}

TEST(Answer, HasDiagnosticsWithoutColours) {
  for (const char* sample : {"compile_error", "2023_compile_error"}) {
    const compile_result result = answer(sample);
    EXPECT_FALSE(result.ok());
    EXPECT_EQ(result.code, 1);
    EXPECT_EQ(describe(result), "did not compile");
    EXPECT_TRUE(result.assembly.empty());
    ASSERT_GE(result.diagnostics.size(), 2U);
    const auto& first = result.diagnostics[0];
    EXPECT_EQ(first.file, "");
    EXPECT_EQ(first.line, 4);
    EXPECT_EQ(first.column, 7);
    EXPECT_EQ(first.level, severity::error);
    EXPECT_EQ(first.message,
              "‘class std::vector<int>’ has no member named ‘push_bak’; did "
              "you mean ‘push_back’?");
    EXPECT_EQ(result.err[0], "<source>: In function ‘int main()’:");
    for (const auto& line : result.err) {
      EXPECT_EQ(line.find('\x1b'), std::string::npos) << line;
    }
  }
}

TEST(Answer, HasWarningsOfASuccess) {
  const compile_result result = answer("compile_warning");
  EXPECT_TRUE(result.ok());
  ASSERT_FALSE(result.diagnostics.empty());
  EXPECT_EQ(result.diagnostics[0].level, severity::warning);
  EXPECT_EQ(result.diagnostics[0].message,
            "unused variable ‘y’ [-Wunused-variable]");
}

TEST(Answer, HasErrorsWithoutAPlace) {
  const compile_result result = answer("bad_flag");
  ASSERT_EQ(result.diagnostics.size(), 1U);
  EXPECT_EQ(result.diagnostics[0].line, 0);
  EXPECT_EQ(result.diagnostics[0].message.find("unrecognized command-line"),
            0U);
}

TEST(Answer, HasErrorsThatTheServerDoesNotMark) {
  const std::string body = R"({"code": 1, "stderr": [
      {"text": "/app/h.h:1:18: error: expected ';'"},
      {"text": "/var/compiler-explorer-compiler20-1.x/sub/h.h:7:2: note: here"},
      {"text": "prog.cpp:3: warning: old"},
      {"text": "see https://x.org:80: error: not a place"},
      {"text": "In file included from h.h:1:"}]})";
  auto client = client_of(support::answer_with({support::response(200, body)}));
  const auto found = client.compile(square()).diagnostics;
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[0].file, "h.h");
  EXPECT_EQ(found[0].column, 18);
  EXPECT_EQ(found[0].message, "expected ';'");
  EXPECT_EQ(found[1].file, "sub/h.h");
  EXPECT_EQ(found[1].level, severity::note);
  EXPECT_EQ(found[2].line, 3);
  EXPECT_EQ(found[2].column, 0);
}

TEST(Answer, SaysThatTimeRanOut) {
  for (const char* sample : {"compile_timeout", "2023_compile_timeout"}) {
    const compile_result result = answer(sample);
    EXPECT_TRUE(result.timed_out);
    EXPECT_FALSE(result.ok());
    EXPECT_EQ(describe(result), "took too long to compile");
  }
}

TEST(Answer, WithoutAssemblyWhenNoneWasAskedFor) {
  const compile_result result = answer("skipasm");
  EXPECT_TRUE(result.ok());
  EXPECT_TRUE(result.assembly.empty());
}

TEST(Answer, TakesAssemblyThatIsOneText) {
  auto client = client_of(support::answer_with(
      {support::response(200, R"({"code": "0", "asm": "a:\n  ret"})")}));
  const auto result = client.compile(square());
  ASSERT_EQ(result.assembly.size(), 2U);
  EXPECT_EQ(result.assembly[1].text, "  ret");
}

TEST(Answer, UnderAnUnknownNameSaysSo) {
  const std::string queue =
      R"({"code": -1, "stderr": [{"text": "Compiler with ID g12 not found )"
      R"(for language c++"}], "asm": []})";
  for (const auto& script :
       {replay({"unknown_compiler"}), replay({"2023_unknown_compiler"}),
        support::answer_with({support::response(200, queue)})}) {
    const auto thrown =
        error_of([&] { return client_of(script).compile(square()); });
    EXPECT_EQ(thrown.kind(), error_kind::unknown_name);
    EXPECT_NE(std::string{thrown.what()}.find("g12"), std::string::npos);
  }
}

}  // namespace
