// SPDX-License-Identifier: MIT
// What is kept on disk, and for how long.
#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <string>

#include "compiler_explorer/client.hpp"
#include "support/cache_folder.hpp"
#include "support/error_of.hpp"
#include "support/sample.hpp"
#include "support/scripted_transport.hpp"
#include "support/square.hpp"
#include "support/temporary_folder.hpp"

namespace {

using namespace std::chrono_literals;
using compiler_explorer::error_kind;
using support::answer_with;
using support::client_of;
using support::error_of;
using support::files_in;
using support::keeping_in;
using support::offline_in;
using support::replay;
using support::response;
using support::square;
using support::temporary_folder;
namespace fs = std::filesystem;

TEST(Cache, AnswersTheSameRequestOnce) {
  const temporary_folder folder;
  const auto script = replay({"json_compile_O2"});
  const auto first =
      client_of(script, keeping_in(folder.path())).compile(square());
  EXPECT_FALSE(first.from_cache);
  const auto second =
      client_of(script, keeping_in(folder.path())).compile(square());
  EXPECT_TRUE(second.from_cache);
  EXPECT_EQ(second.assembly.size(), first.assembly.size());
  EXPECT_EQ(script->requests.size(), 1U);
}

TEST(Cache, TellsRequestsAndServersAndCompilersApart) {
  const temporary_folder folder;
  const auto script = replay({"json_compile_O2"});
  auto options = keeping_in(folder.path());
  static_cast<void>(client_of(script, options).compile(square()));
  auto request = square();
  request.arguments = {"-O1"};
  static_cast<void>(client_of(script, options).compile(request));
  request.compiler = "g13";
  static_cast<void>(client_of(script, options).compile(request));
  options.server = "http://localhost:10240";
  static_cast<void>(client_of(script, options).compile(request));
  EXPECT_EQ(script->requests.size(), 4U);
  EXPECT_EQ(files_in(folder.path()), 4U);
}

TEST(Cache, OfflineAnswersFromItAndElseSaysSo) {
  const temporary_folder folder;
  const auto script = replay({"json_compile_O2"});
  static_cast<void>(
      client_of(script, keeping_in(folder.path())).compile(square()));
  auto options = offline_in(folder.path());
  options.keep_results = 0s;  // however old it is
  auto offline = client_of(script, options);
  EXPECT_TRUE(offline.compile(square()).from_cache);
  auto request = square();
  request.source = "int x;\n";
  const auto thrown = error_of([&] { return offline.compile(request); });
  EXPECT_EQ(thrown.kind(), error_kind::offline);
  EXPECT_EQ(std::string{thrown.what()},
            "This client is offline, and its cache does not hold this "
            "compilation by 'g12' of https://godbolt.org.");
  EXPECT_EQ(error_of([&] { return offline.shorten({{{}}}); }).kind(),
            error_kind::offline);
  EXPECT_EQ(script->requests.size(), 1U);
}

TEST(Cache, FreshAsksThePastAndKeepsTheAnswer) {
  const temporary_folder folder;
  const auto script = replay({"json_compile_O2"});
  auto client = client_of(script, keeping_in(folder.path()));
  auto request = square();
  request.fresh = true;
  EXPECT_FALSE(client.compile(request).from_cache);
  EXPECT_FALSE(client.compile(request).from_cache);
  EXPECT_EQ(script->requests.size(), 2U);
}

TEST(Cache, KeepsNothingThatWouldChange) {
  const temporary_folder folder;
  const auto script = replay({"compile_timeout"});
  auto client = client_of(script, keeping_in(folder.path()));
  static_cast<void>(client.compile(square()));
  static_cast<void>(client.compile(square()));
  EXPECT_EQ(script->requests.size(), 2U);
}

TEST(Cache, KeepsNoErrors) {
  const temporary_folder folder;
  const auto script =
      answer_with({response(500), response(200, "{}"), response(200, "<p>"),
                   support::read_sample("json_compile_O2").response});
  auto client = client_of(script, keeping_in(folder.path()));
  for (int round = 0; round < 3; ++round) {
    static_cast<void>(error_of([&] { return client.compile(square()); }));
  }
  EXPECT_TRUE(client.compile(square()).ok());
}

TEST(Cache, NightlyCompilersAgeFaster) {
  const temporary_folder folder;
  const auto script = replay({"json_compile_O2"});
  auto options = keeping_in(folder.path());
  options.keep_nightly_results = 0s;
  auto client = client_of(script, options);
  auto request = square();
  for (const char* compiler : {"gsnapshot", "clang_trunk"}) {
    request.compiler = compiler;
    static_cast<void>(client.compile(request));
    EXPECT_FALSE(client.compile(request).from_cache);
  }
  EXPECT_FALSE(client.compile(square()).from_cache);
  EXPECT_TRUE(client.compile(square()).from_cache);
}

TEST(Cache, ListsAreAskedForByTheirETag) {
  const temporary_folder folder;
  const auto list = support::read_sample("languages_json").response;
  const auto script = answer_with({list, response(304), list});
  auto options = keeping_in(folder.path());
  options.keep_lists = 0s;
  auto client = client_of(script, options);
  EXPECT_EQ(client.languages().size(), 5U);
  EXPECT_EQ(client.languages().size(), 5U);
  const auto& headers = script->requests.at(1).headers;
  EXPECT_EQ(headers.back().name, "If-None-Match");
  EXPECT_EQ(headers.back().value, "W/\"187-5hbkL1MEttiaKPGCGszoN2U0KAs\"");
  options.keep_lists = 1h;
  EXPECT_EQ(client_of(script, options).languages().size(), 5U);
  EXPECT_EQ(script->requests.size(), 2U) << "a 304 makes it young again";
}

TEST(Cache, A304WithoutAQuestionIsABadAnswer) {
  EXPECT_EQ(error_of([] {
              return client_of(answer_with({response(304)})).languages();
            }).kind(),
            error_kind::bad_answer);
}

}  // namespace
