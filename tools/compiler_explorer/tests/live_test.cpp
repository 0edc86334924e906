// SPDX-License-Identifier: MIT
// A few questions to the server that COMPILER_EXPLORER_URL names. What is asked
// of it is little, and its answers are not kept by it for ever.
#include <gtest/gtest.h>

#include <cstdlib>
#include <iostream>
#include <string>

#include "compiler_explorer/client.hpp"
#include "support/error_of.hpp"

namespace {

using compiler_explorer::client;
using compiler_explorer::client_options;
using compiler_explorer::compile_request;
using compiler_explorer::error_kind;
using support::error_of;

class Live : public testing::Test {
 protected:
  static client& server() {
    static client own = [] {
      client_options options;
      options.server = std::getenv("COMPILER_EXPLORER_URL");
      options.user_agent = "compiler_explorer_cpp-test/0.1";
      options.pause = std::chrono::milliseconds{1'000};
      return client{options};
    }();
    return own;
  }

  static compile_request program(const std::string& source) {
    static const std::string gcc = server().find_compiler("gcc").id;
    compile_request request;
    request.compiler = gcc;
    request.source = source;
    request.arguments = {"-std=c++20", "-O2"};
    return request;
  }
};

TEST_F(Live, ListsLanguages) {
  bool found = false;
  for (const auto& each : server().languages()) {
    found = found || each.id == "c++";
  }
  EXPECT_TRUE(found);
}

TEST_F(Live, ListsLibraries) {
  EXPECT_NO_THROW(static_cast<void>(server().libraries()));
}

TEST_F(Live, Compiles) {
  const auto result = server().compile(
      program("int square(int num) {\n  return num * num;\n}\n"));
  EXPECT_TRUE(result.ok());
  bool mapped = false;
  for (const auto& each : result.assembly) {
    mapped = mapped || (each.place && each.place->line == 2);
  }
  EXPECT_TRUE(mapped);
}

TEST_F(Live, ReportsDiagnostics) {
  const auto result = server().compile(program("int x = y;\n"));
  EXPECT_FALSE(result.ok());
  ASSERT_FALSE(result.diagnostics.empty());
  EXPECT_EQ(result.diagnostics[0].line, 1);
  EXPECT_EQ(result.diagnostics[0].file, "");
}

TEST_F(Live, SendsFilesAlong) {
  auto request =
      program("#include \"answer.hpp\"\nint f() { return answer; }\n");
  request.files = {{"answer.hpp", "constexpr int answer = 42;\n"}};
  EXPECT_TRUE(server().compile(request).ok());
}

TEST_F(Live, Runs) {
  const auto result =
      server().run(program("#include <cstdio>\n"
                           "int main(int argc, char** argv) {\n"
                           "  std::puts(argc > 1 ? argv[1] : \"\");\n"
                           "  std::putchar(std::getchar());\n"
                           "  return 7;\n}\n"),
                   {{"it's one"}, "z"});
  ASSERT_TRUE(result.did_execute) << describe(result);
  EXPECT_EQ(result.code, 7);
  EXPECT_EQ(result.out, (std::vector<std::string>{"it's one", "z"}));
}

TEST_F(Live, RefusesUnknownNames) {
  auto request = program("int x;\n");
  request.compiler = "no-such-compiler";
  EXPECT_EQ(error_of([&] { return server().compile(request); }).kind(),
            error_kind::unknown_name);
  request = program("int x;\n");
  request.libraries = {{"no-such-library", "1"}};
  EXPECT_EQ(error_of([&] { return server().compile(request); }).kind(),
            error_kind::unknown_name);
  EXPECT_THROW(static_cast<void>(server().expand("nosuchlink")),
               compiler_explorer::error);
}

}  // namespace

int main(int argc, char** argv) {
  if (std::getenv("COMPILER_EXPLORER_URL") == nullptr) {
    std::cout << "Left out: COMPILER_EXPLORER_URL names no server.\n";
    return 77;
  }
  testing::InitGoogleTest(&argc, argv);
  return RUN_ALL_TESTS();
}
