// SPDX-License-Identifier: MIT
// When a client waits, when it asks again, and when it keeps away.
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <string>
#include <thread>
#include <vector>

#include "compiler_explorer/client.hpp"
#include "support/error_of.hpp"
#include "support/sample.hpp"
#include "support/scripted_transport.hpp"
#include "support/temporary_folder.hpp"

namespace {

using namespace std::chrono_literals;
using compiler_explorer::client_options;
using compiler_explorer::error;
using compiler_explorer::error_kind;
using compiler_explorer::http_response;
using support::answer_with;
using support::client_of;
using support::error_of;
using support::response;

http_response recorded(const std::string& sample) {
  return support::read_sample(sample).response;
}

compiler_explorer::compile_request request() {
  compiler_explorer::compile_request request;
  request.compiler = "g12";
  request.source = "int x;\n";
  return request;
}

TEST(Manners, PauseBetweenRequests) {
  const auto script = answer_with({recorded("languages_json")});
  client_options options;
  options.pause = 1h;
  auto client = client_of(script, options);
  static_cast<void>(client.languages());
  EXPECT_TRUE(script->sleeps.empty()) << "nobody waits before the first";
  static_cast<void>(client.languages());
  ASSERT_EQ(script->sleeps.size(), 1U);
  EXPECT_GT(script->sleeps[0], 59min);
  EXPECT_LE(script->sleeps[0], 1h);
}

TEST(Manners, OneRequestAtATime) {
  std::atomic<int> within{0};
  std::atomic<int> most{0};
  const auto script = answer_with({});
  script->next = [&](std::size_t) {
    const int now = ++within;
    if (now > most) most = now;
    http_response answer = recorded("languages_json");
    --within;
    return answer;
  };
  auto client = client_of(script);
  std::vector<std::thread> threads;
  threads.reserve(4);
  const auto ask = [&client] {
    for (int round = 0; round < 10; ++round) {
      static_cast<void>(client.languages());
    }
  };
  for (int count = 0; count < 4; ++count) threads.emplace_back(ask);
  for (std::thread& each : threads) each.join();
  EXPECT_EQ(most, 1);
  EXPECT_EQ(script->requests.size(), 40U);
}

TEST(Manners, AListIsAskedForAgainWhenTheServerIsNotReady) {
  const auto script = answer_with({response(502, "<html><p>Bad</p></html>"),
                                   response(503), recorded("languages_json")});
  EXPECT_EQ(client_of(script).languages().size(), 5U);
  ASSERT_EQ(script->requests.size(), 3U);
  // What it slept between them, besides pauses, grows.
  std::vector<std::chrono::milliseconds> back_offs;
  for (const auto time : script->sleeps) {
    if (time >= 500ms) back_offs.push_back(time);
  }
  EXPECT_EQ(back_offs, (std::vector<std::chrono::milliseconds>{500ms, 1s}));
}

TEST(Manners, AListIsAskedForThreeTimesAtMost) {
  const auto script = answer_with({response(503)});
  EXPECT_EQ(error_of([&] { return client_of(script).languages(); }).kind(),
            error_kind::server_fault);
  EXPECT_EQ(script->requests.size(), 3U);
}

TEST(Manners, ACompilationIsAskedForTwiceAtMost) {
  const auto script = answer_with({response(502)});
  EXPECT_EQ(
      error_of([&] { return client_of(script).compile(request()); }).kind(),
      error_kind::server_fault);
  EXPECT_EQ(script->requests.size(), 2U);
}

TEST(Manners, OtherErrorsAreFinal) {
  for (const int status : {400, 404, 408, 413, 500, 504}) {
    const auto script = answer_with({response(status)});
    static_cast<void>(error_of([&] { return client_of(script).languages(); }));
    EXPECT_EQ(script->requests.size(), 1U) << status;
  }
}

TEST(Manners, ALostConnectionIsTriedAgainForListsAlone) {
  const auto script = answer_with({});
  script->next = [](std::size_t) -> http_response {
    throw error{error_kind::connection, "The connection broke off."};
  };
  auto client = client_of(script);
  static_cast<void>(error_of([&] { return client.languages(); }));
  EXPECT_EQ(script->requests.size(), 3U);
  static_cast<void>(error_of([&] { return client.compile(request()); }));
  EXPECT_EQ(script->requests.size(), 4U);
}

TEST(Manners, AfterARateLimitTheClientKeepsAway) {
  const auto script = answer_with({response(
      429, "Your request has hit our rate limit.", {{"Retry-After", "300"}})});
  auto client = client_of(script);
  const error first = error_of([&] { return client.compile(request()); });
  EXPECT_EQ(first.kind(), error_kind::rate_limited);
  EXPECT_EQ(first.status(), 429);
  EXPECT_EQ(first.retry_after(), 300s);
  EXPECT_EQ(std::string{first.what()},
            "https://godbolt.org was asked too often and wants a rest (status "
            "429): Your request has hit our rate limit. Try again in 300 "
            "seconds.");
  const error second = error_of([&] { return client.languages(); });
  EXPECT_EQ(second.kind(), error_kind::rate_limited);
  EXPECT_LE(second.retry_after(), 300s);
  EXPECT_GT(second.retry_after(), 290s);
  EXPECT_EQ(script->requests.size(), 1U);
}

TEST(Manners, OtherClientsWithTheSameCacheKeepAwayToo) {
  const support::temporary_folder folder;
  client_options options;
  options.cache = folder.path();
  const auto busy =
      answer_with({response(429, "wait", {{"Retry-After", "300"}})});
  static_cast<void>(
      error_of([&] { return client_of(busy, options).languages(); }));
  const auto ready = answer_with({recorded("languages_json")});
  const error thrown =
      error_of([&] { return client_of(ready, options).languages(); });
  EXPECT_EQ(thrown.kind(), error_kind::rate_limited);
  EXPECT_TRUE(ready->requests.empty());
  options.server = "http://localhost:10240";
  EXPECT_EQ(client_of(ready, options).languages().size(), 5U);
}

TEST(Manners, AShortRestIsTakenOnce) {
  const auto busy = response(429, "wait", {{"retry-after", "2"}});
  const auto script = answer_with({busy, recorded("languages_json")});
  EXPECT_EQ(client_of(script).languages().size(), 5U);
  EXPECT_EQ(script->sleeps.at(0), 2s);
  const auto stubborn = answer_with({busy});
  EXPECT_EQ(error_of([&] { return client_of(stubborn).languages(); }).kind(),
            error_kind::rate_limited);
  EXPECT_EQ(stubborn->requests.size(), 2U);
}

TEST(Manners, ARestMayBeADateOrNonsense) {
  const auto rest = [](const std::string& value) {
    const auto script =
        answer_with({response(429, "wait", {{"Retry-After", value}})});
    return error_of([&] { return client_of(script).languages(); })
        .retry_after();
  };
  EXPECT_EQ(rest("Fri, 31 Dec 2100 23:59:59 GMT"), 1h) << "bounded";
  EXPECT_EQ(rest("99999999999999999999"), 1h);
  EXPECT_EQ(rest("100000"), 1h);
  EXPECT_EQ(rest("soon"), std::nullopt);
  EXPECT_EQ(rest("-5"), 0s);
  EXPECT_EQ(rest("Thu, 01 Jan 1970 00:00:10 GMT"), 0s);
}

TEST(Manners, AnUnreadyServerMaySayWhenToComeBack) {
  const auto script = answer_with(
      {response(503, "", {{"Retry-After", "3"}}), recorded("languages_json")});
  EXPECT_EQ(client_of(script).languages().size(), 5U);
  EXPECT_EQ(script->sleeps.at(0), 3s);
}

}  // namespace
