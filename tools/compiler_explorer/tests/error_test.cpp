// SPDX-License-Identifier: MIT
// What recorded and invented errors become.
#include "compiler_explorer/error.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "compiler_explorer/client.hpp"
#include "support/error_of.hpp"
#include "support/scripted_transport.hpp"

namespace {

using compiler_explorer::error;
using compiler_explorer::error_kind;
using support::answer_with;
using support::client_of;
using support::error_of;
using support::replay;
using support::response;

error compiled(const std::shared_ptr<support::script>& script) {
  return error_of([&] {
    compiler_explorer::compile_request request;
    request.compiler = "g12";
    request.source = "int x;\n";
    return client_of(script).compile(request);
  });
}

TEST(Errors, OfPagesAreTheirParagraph) {
  for (const char* sample : {"json_invalid", "2023_json_invalid"}) {
    const error thrown = compiled(replay({sample}));
    EXPECT_EQ(thrown.kind(), error_kind::refused);
    EXPECT_EQ(thrown.status(), 400);
    EXPECT_EQ(std::string{thrown.what()},
              "https://godbolt.org refused (status 400): Whoops, Expected "
              "property name or '}' in JSON at position 33 (line 1 column "
              "34).");
  }
}

TEST(Errors, OfJsonAreTheirMessage) {
  EXPECT_EQ(std::string{compiled(replay({"json_options_wrong_types"})).what()},
            "https://godbolt.org refused (status 400): tools.map is not a "
            "function.");
  EXPECT_EQ(std::string{compiled(replay({"json_missing_source"})).what()},
            "https://godbolt.org refused (status 400): Missing source "
            "property.");
  const error busy =
      compiled(answer_with({response(500, R"({"error": "queue is full"})")}));
  EXPECT_EQ(std::string{busy.what()},
            "https://godbolt.org failed (status 500): queue is full.");
}

TEST(Errors, OfTextAreItsFirstLine) {
  EXPECT_EQ(std::string{compiled(replay({"method_not_allowed"})).what()},
            "https://godbolt.org refused (status 405): Method Not Allowed.");
}

TEST(Errors, WithoutABodySayTheirStatus) {
  const error thrown = compiled(replay({"clientstate_size_16k"}));
  EXPECT_EQ(thrown.kind(), error_kind::too_large);
  EXPECT_EQ(thrown.status(), 431);
}

TEST(Errors, HaveTheKindOfTheirStatus) {
  const auto kind = [](int status) {
    return compiled(answer_with({response(status, "x")})).kind();
  };
  EXPECT_EQ(kind(302), error_kind::refused);
  EXPECT_EQ(kind(403), error_kind::refused);
  EXPECT_EQ(kind(408), error_kind::timeout);
  EXPECT_EQ(kind(413), error_kind::too_large);
  EXPECT_EQ(kind(429), error_kind::rate_limited);
  EXPECT_EQ(kind(500), error_kind::server_fault);
  EXPECT_EQ(kind(502), error_kind::server_fault);
  EXPECT_EQ(kind(504), error_kind::timeout);
  EXPECT_EQ(kind(204), error_kind::bad_answer);
  EXPECT_EQ(compiled(replay({"huge_17mb"})).kind(), error_kind::too_large);
  EXPECT_EQ(compiled(replay({"forceServerError"})).kind(),
            error_kind::server_fault);
}

TEST(Errors, OfRedirectsNameTheTarget) {
  const error thrown = compiled(answer_with(
      {response(301, "", {{"location", "https://elsewhere.org/"}})}));
  EXPECT_EQ(std::string{thrown.what()},
            "https://godbolt.org refused (status 301): it sends this client "
            "on to https://elsewhere.org/. If that is the right server, name "
            "it instead.");
}

TEST(Errors, ThatComeAsSuccess) {
  const error thrown = compiled(answer_with(
      {response(200, R"({"code": -1, "stdout": [], "stderr": [{"text":
           "Internal Compiler Explorer error: Error: no\n  at x.ts"}]})")}));
  EXPECT_EQ(thrown.kind(), error_kind::server_fault);
  EXPECT_NE(std::string{thrown.what()}.find("Error: no at x.ts"),
            std::string::npos);
}

TEST(Errors, OfAnswersThatAreNone) {
  for (const char* body :
       {"", "[]", "{}", "null", "5", "\"x\"", "{\"asm\": []}", "{\"code\": 0",
        "<html><body>Welcome!</body></html>", "\xff\xfe", "{\"code\": 0} {}"}) {
    EXPECT_EQ(compiled(answer_with({response(200, body)})).kind(),
              error_kind::bad_answer)
        << body;
  }
  EXPECT_EQ(compiled(replay({"json_compile_noaccept"})).kind(),
            error_kind::bad_answer);
}

TEST(Errors, OfAnswersMadeToHurt) {
  const std::string deep(1'000'000, '[');
  EXPECT_EQ(compiled(answer_with({response(200, deep)})).kind(),
            error_kind::bad_answer);
  std::string wide = "[0";
  for (int count = 0; count < 4'100'000; ++count) wide += ",0";
  EXPECT_EQ(compiled(answer_with({response(200, wide + ']')})).kind(),
            error_kind::bad_answer);
}

TEST(Errors, NeverShowMarkupOrControlCharacters) {
  const std::string bad_gateway =
      "<!DOCTYPE html><html><head><title>502 Bad Gateway</title></head>"
      "<body><center><h1>502 Bad Gateway</h1></center></body></html>";
  const std::vector<std::string> pages = {
      bad_gateway,
      "<html><body><p class='x'>A &lt;b&gt; &amp;lt; \x1b[31mred</p>",
      "  \xef\xbb\xbf<HTML><P>Big</P>",
      "<p",
      "<p>",
      "<title>unended",
      "<>",
      "oops </p> x",
      R"({"message": "<html><p>inner</p></html>"})",
      "line one\nline two\x07\x1b]0;title\x07",
      std::string(100'000, '<'),
      std::string(100'000, 'x')};
  for (const std::string& page : pages) {
    static_cast<void>(compiled(answer_with({response(500, page)})));
  }
  EXPECT_EQ(
      std::string{compiled(answer_with({response(500, bad_gateway)})).what()},
      "https://godbolt.org failed (status 500): 502 Bad Gateway.");
}

TEST(Errors, HaveWordsForEveryKind) {
  for (int kind = 0; kind <= static_cast<int>(error_kind::bad_link); ++kind) {
    EXPECT_NE(to_string(static_cast<error_kind>(kind)), "unknown");
  }
}

}  // namespace
