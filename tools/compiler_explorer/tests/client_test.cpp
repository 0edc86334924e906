// SPDX-License-Identifier: MIT
// The lists, the short links, and the options.
#include "compiler_explorer/client.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "support/error_of.hpp"
#include "support/sample.hpp"
#include "support/scripted_transport.hpp"

namespace {

using compiler_explorer::error_kind;
using support::client_of;
using support::error_of;
using support::replay;
using support::response;

TEST(Lists, Languages) {
  const auto script = replay({"languages_json"});
  const auto languages = client_of(script).languages();
  ASSERT_EQ(languages.size(), 5U);
  EXPECT_EQ(languages[0].id, "c++");
  EXPECT_EQ(languages[0].name, "C++");
  EXPECT_EQ(languages[0].extensions.front(), ".cpp");
  EXPECT_EQ(script->requests[0].url, "https://godbolt.org/api/languages");
}

TEST(Lists, CompilersWithTheFieldsThatMatter) {
  const auto script = replay({"compilers_fields"});
  const auto compilers = client_of(script).compilers();
  ASSERT_EQ(compilers.size(), 7U);
  const auto& arm = compilers[0];
  EXPECT_EQ(arm.id, "arm64g12");
  EXPECT_EQ(arm.name, "ARM64 gcc 12.2");
  EXPECT_EQ(arm.version, "12.2");
  EXPECT_EQ(arm.instruction_set, "aarch64");
  EXPECT_FALSE(arm.runs_programs);
  EXPECT_TRUE(arm.stable);
  EXPECT_EQ(compilers[3].aliases, std::vector<std::string>{"g122"});
  EXPECT_EQ(script->requests[0].url.find(
                "https://godbolt.org/api/compilers/c%2B%2B?fields=id,name,"),
            0U);
}

TEST(Lists, CompilersOfAServerThatKnowsNoFields) {
  const auto compilers = client_of(replay({"compilers_json"})).compilers();
  ASSERT_EQ(compilers.size(), 7U);
  EXPECT_EQ(compilers[2].type, "clang");
  EXPECT_TRUE(compilers[2].stable);
}

TEST(Lists, NothingForALanguageThatTheServerLacks) {
  EXPECT_TRUE(client_of(replay({"compilers_unknown_lang"}))
                  .compilers("nosuch")
                  .empty());
  EXPECT_TRUE(
      client_of(replay({"libraries_unknown"})).libraries("nosuch").empty());
  const auto thrown = error_of([] {
    return client_of(replay({"compilers_unknown_lang"}))
        .find_compiler("gcc", "nosuch");
  });
  EXPECT_EQ(thrown.kind(), error_kind::unknown_name);
}

TEST(Lists, Libraries) {
  const auto libraries = client_of(replay({"libraries_fields"})).libraries();
  ASSERT_EQ(libraries.size(), 2U);
  EXPECT_EQ(libraries[0].id, "tinyhdr");
  ASSERT_EQ(libraries[0].versions.size(), 1U);
  EXPECT_EQ(libraries[0].versions[0].id, "100");
  EXPECT_EQ(libraries[0].versions[0].version, "1.0.0");
}

TEST(Lists, NamesOfLanguagesCannotChangeTheAddress) {
  const auto script = replay({"compilers_unknown_lang"});
  static_cast<void>(client_of(script).compilers("../x?y#z w"));
  EXPECT_EQ(script->requests[0].url.find(
                "https://godbolt.org/api/compilers/..%2Fx%3Fy%23z%20w?"),
            0U);
}

TEST(Lists, WhatIsNoListIsABadAnswer) {
  for (const char* body : {"{}", "\"c++\"", "null", "", "<html></html>", "[[[",
                           "{\"error\": \"x\"}"}) {
    auto client = client_of(support::answer_with({response(200, body)}));
    EXPECT_EQ(error_of([&] { return client.languages(); }).kind(),
              error_kind::bad_answer)
        << body;
  }
}

TEST(Lists, EntriesThatMakeNoSenseAreLeftOut) {
  auto client = client_of(support::answer_with(
      {response(200, R"([1, null, {"id": 5}, {"name": "x"}, {"id": ""},
                         {"id": "ok", "semver": 14, "alias": "no array",
                          "supportsExecute": "yes", "libsArr": [1]}])")}));
  const auto compilers = client.compilers();
  ASSERT_EQ(compilers.size(), 2U);
  EXPECT_EQ(compilers[0].id, "5");
  EXPECT_EQ(compilers[1].version, "14");
  EXPECT_FALSE(compilers[1].runs_programs);
}

TEST(ShortLinks, Shorten) {
  const auto recorded = support::read_sample("shortener_sessions");
  const auto script = replay({"shortener_sessions"});
  compiler_explorer::linked_session session;
  session.source = "int main() { return 42; }\n";
  session.compilers.push_back({"g12", "-O2", {}});
  EXPECT_EQ(client_of(script).shorten({{session}}),
            "http://127.0.0.1:10240/z/bcf1xe");
  EXPECT_EQ(script->requests[0].method, "POST");
  EXPECT_EQ(script->requests[0].url, "https://godbolt.org/api/shortener");
  const auto sent = nlohmann::json::parse(script->requests[0].body);
  EXPECT_EQ(sent.at("config").at("sessions").at(0).at("source"),
            "int main() { return 42; }\n");
}

TEST(ShortLinks, ShortenIsNotRepeated) {
  const auto script = support::answer_with({response(503, "busy")});
  EXPECT_EQ(
      error_of([&] { return client_of(script).shorten({{{}}}); }).status(),
      503);
  EXPECT_EQ(script->requests.size(), 1U);
}

TEST(ShortLinks, Expand) {
  for (const char* link : {"bcf1xe", "https://godbolt.org/z/bcf1xe"}) {
    const auto script = replay({"shortlinkinfo"});
    const auto state = client_of(script).expand(link);
    ASSERT_EQ(state.sessions.size(), 1U);
    EXPECT_EQ(state.sessions[0].source, "int main() { return 42; }\n");
    ASSERT_EQ(state.sessions[0].executors.size(), 1U);
    EXPECT_EQ(state.sessions[0].executors[0].compiler.options, "-O3");
    EXPECT_EQ(script->requests[0].url,
              "https://godbolt.org/api/shortlinkinfo/bcf1xe");
  }
}

TEST(ShortLinks, ExpandSaysWhatIsWrong) {
  const auto unknown = error_of(
      [] { return client_of(replay({"shortlinkinfo_404"})).expand("zzzzzz"); });
  EXPECT_EQ(unknown.kind(), error_kind::refused);
  EXPECT_EQ(std::string{unknown.what()},
            "https://godbolt.org refused (status 404): Whoops, ID \"zzzzzz\" "
            "could not be found.");
  for (const char* link : {"", "https://elsewhere.org/z/abc", "a/b", "a b"}) {
    const auto script = replay({"shortlinkinfo"});
    EXPECT_EQ(error_of([&] { return client_of(script).expand(link); }).kind(),
              error_kind::bad_link);
    EXPECT_TRUE(script->requests.empty());
  }
}

TEST(Options, ServersAreUrls) {
  for (const char* wrong :
       {"", "ftp://x", "https://", "http:// x", "https://x?y", "https://x#y",
        "https://user:secret@x", "javascript://x", "http://x\r\nEvil: y"}) {
    compiler_explorer::client_options options;
    options.server = wrong;
    EXPECT_EQ(error_of([&] {
                return client_of(replay({"languages_json"}), options).server();
              }).kind(),
              error_kind::invalid_request)
        << wrong;
  }
  compiler_explorer::client_options options;
  options.server = "localhost:10240/ce//";
  EXPECT_EQ(client_of(replay({"languages_json"}), options).server(),
            "http://localhost:10240/ce");
}

TEST(Options, UserAgentCannotAddHeaders) {
  compiler_explorer::client_options options;
  options.user_agent = "x\r\nEvil: y";
  EXPECT_EQ(error_of([&] {
              return client_of(replay({"languages_json"}), options).server();
            }).kind(),
            error_kind::invalid_request);
}

}  // namespace
