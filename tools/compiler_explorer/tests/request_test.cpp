// SPDX-License-Identifier: MIT
// What is sent to compile.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "compiler_explorer/client.hpp"
#include "support/error_of.hpp"
#include "support/scripted_transport.hpp"
#include "support/square.hpp"

namespace {

using compiler_explorer::compile_request;
using compiler_explorer::error_kind;
using nlohmann::json;
using support::client_of;
using support::error_of;
using support::replay;

compile_request square() { return support::square({"-O2"}); }

std::string header_of(const compiler_explorer::http_request& request,
                      const std::string& name) {
  std::string value;
  for (const auto& each : request.headers) {
    if (each.name == name) value += each.value;
  }
  return value;
}

TEST(Request, HasTheHeadersThatEveryServerTakes) {
  const auto script = replay({"json_compile_O2"});
  static_cast<void>(client_of(script).compile(square()));
  const auto& sent = script->requests.at(0);
  EXPECT_EQ(sent.method, "POST");
  EXPECT_EQ(sent.url, "https://godbolt.org/api/compiler/g12/compile");
  EXPECT_EQ(header_of(sent, "Accept"), "application/json");
  EXPECT_EQ(header_of(sent, "Content-Type"), "application/json");
  EXPECT_EQ(header_of(sent, "User-Agent"), "compiler_explorer_cpp/0.1");
  EXPECT_EQ(sent.headers.size(), 3U) << "a browser may send no others";
}

TEST(Request, HasTheShapeThatEveryServerTakes) {
  const auto script = replay({"json_compile_O2"});
  auto request = square();
  request.arguments = {"-O2", "-DNAME=a b", "-DQUOTE='\"'"};
  request.files = {{"sub/b.h", "#define B 1\n"}};
  static_cast<void>(client_of(script).compile(request));
  const json sent = json::parse(script->requests.at(0).body);
  EXPECT_EQ(sent.at("source"), request.source);
  EXPECT_EQ(sent.at("allowStoreCodeDebug"), false);
  EXPECT_EQ(sent.at("bypassCache"), 0);
  EXPECT_EQ(sent.at("files"), json::parse(R"([{"filename": "sub/b.h",
                             "contents": "#define B 1\n"}])"));
  const json& options = sent.at("options");
  EXPECT_EQ(options.at("userArguments"),
            "-O2 '-DNAME=a b' '-DQUOTE='\\''\"'\\'''");
  EXPECT_EQ(options.at("filters").at("libraryCode"), true);
  EXPECT_EQ(options.at("filters").at("intel"), true);
  EXPECT_EQ(options.at("filters").at("binary"), false);
  EXPECT_EQ(options.at("filters").at("execute"), false);
  EXPECT_EQ(options.at("compilerOptions").at("skipAsm"), false);
}

TEST(Request, AsksPastTheCacheWhenToldTo) {
  const auto script = replay({"skipasm"});
  auto request = square();
  request.fresh = true;
  request.assembly = false;
  static_cast<void>(client_of(script).compile(request));
  const json sent = json::parse(script->requests.at(0).body);
  EXPECT_EQ(sent.at("bypassCache"), 1);
  EXPECT_EQ(sent.at("options").at("compilerOptions").at("skipAsm"), true);
}

TEST(Request, IsNotSentIfItMakesNoSense) {
  const auto refused = [](const compile_request& request) {
    const auto script = replay({"json_compile_O2"});
    const auto thrown =
        error_of([&] { return client_of(script).compile(request); });
    EXPECT_TRUE(script->requests.empty());
    return thrown.kind();
  };
  auto no_compiler = square();
  no_compiler.compiler.clear();
  EXPECT_EQ(refused(no_compiler), error_kind::invalid_request);
  auto no_source = square();
  no_source.source = " \n";
  EXPECT_EQ(refused(no_source), error_kind::invalid_request);
  auto latin = square();
  latin.source = "// caf\xe9\n";
  EXPECT_EQ(refused(latin), error_kind::invalid_request);
  for (const char* name : {"", "../x.h", "a/../../x.h", "/etc/x", "a\\b"}) {
    auto request = square();
    request.files = {{name, "x"}};
    EXPECT_EQ(refused(request), error_kind::invalid_request) << name;
  }
}

TEST(Request, NamesLibrariesByTheIdOfTheVersion) {
  for (const char* version : {"100", "1.0.0", ""}) {
    const auto script = replay({"libraries_fields", "libs_header"});
    auto request = square();
    request.libraries = {{"tinyhdr", version}};
    static_cast<void>(client_of(script).compile(request));
    const json sent = json::parse(script->requests.at(1).body);
    EXPECT_EQ(sent.at("options").at("libraries"),
              json::parse(R"([{"id": "tinyhdr", "version": "100"}])"));
  }
}

TEST(Request, WithALibraryThatTheServerWouldIgnoreIsNotSent) {
  const auto script = replay({"libraries_fields"});
  auto request = square();
  request.libraries = {{"tinyhdr", "1.0.1"}};
  auto thrown = error_of([&] { return client_of(script).compile(request); });
  EXPECT_EQ(thrown.kind(), error_kind::unknown_name);
  EXPECT_EQ(std::string{thrown.what()},
            "There is no version '1.0.1' of library 'tinyhdr'. Did you mean "
            "'1.0.0'?");
  request.libraries = {{"tinyhdx", "100"}};
  thrown = error_of([&] { return client_of(script).compile(request); });
  EXPECT_EQ(std::string{thrown.what()},
            "There is no library 'tinyhdx'. Did you mean 'tinyhdr'?");
  for (const auto& sent : script->requests) EXPECT_EQ(sent.method, "GET");
}

}  // namespace
