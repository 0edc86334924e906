// SPDX-License-Identifier: MIT
// Requests that are too long, too slow, or two in one.
#include <gtest/gtest.h>

#include "support/connection.hpp"
#include "support/served.hpp"

namespace {

using namespace live_pages_tests;

constexpr std::size_t most = 1U << 16U;

class Size : public testing::Test {
 protected:
  served here_{{.body = most}};

  [[nodiscard]] std::string own() const {
    return "Host: " + here_.host() + "\r\nX-Locksmith-Token: " + here_.token() +
           "\r\nContent-Type: application/json\r\n";
  }
  static constexpr const char* post =
      "POST /api/exercises/demo/first/save HTTP/1.1\r\n";
};

TEST_F(Size, OfABodyIsLimited) {
  const std::string fits(most / 2, 'x');
  EXPECT_EQ(
      status(here_.post("/api/exercises/demo/first/save", answer_with(fits))),
      200);
  EXPECT_EQ(
      status(exchange(here_.port(), post + own() + "Content-Length: " +
                                        std::to_string(most + 1) + "\r\n\r\n")),
      413)
      << "before any of it is read";
}

TEST_F(Size, IsToldAndTrue) {
  for (const char* length :
       {"", "Content-Length: -1\r\n", "Content-Length: 1e9\r\n",
        "Content-Length: 0x10\r\n", "Content-Length: 99999999999999999999\r\n",
        "Transfer-Encoding: chunked\r\n",
        "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n",
        "Content-Length: 2\r\nTransfer-Encoding: xchunked\r\n",
        "Content-Length: 2\r\nContent-Encoding: gzip\r\n"}) {
    EXPECT_GE(status(exchange(here_.port(), post + own() + length + "\r\n{}")),
              400)
        << length;
  }
}

TEST_F(Size, OfOneRequestIsOneRequest) {
  // What follows a request that is refused is no request.
  const std::string second = "GET /a.js HTTP/1.1\r\n" + own() + "\r\n";
  const std::string first =
      "POST / HTTP/1.1\r\nHost: evil.example\r\n"
      "Content-Length: " +
      std::to_string(second.size()) + "\r\n\r\n";
  const std::string answer = exchange(here_.port(), first + second);
  EXPECT_EQ(status(answer), 421);
  EXPECT_EQ(answer.find("use strict"), std::string::npos);
  const std::string two = exchange(here_.port(), second + second);
  EXPECT_EQ(two.find("HTTP/1.1", 8), std::string::npos);
}

TEST_F(Size, OfHeadersIsLimited) {
  const std::string path = "/" + std::string(20'000, 'a');
  EXPECT_NE(status(here_.get(path)), 200);
  EXPECT_NE(
      status(here_.get("/", "X-Long: " + std::string(20'000, 'a') + "\r\n")),
      200);
  EXPECT_EQ(status(here_.get("/")), 200);
}

TEST_F(Size, OfAnAnswerIsWhole) {
  EXPECT_EQ(status(here_.get("/a.js", "Range: bytes=0-0,0-0,0-0\r\n")), 416);
  EXPECT_EQ(status(here_.get("/a.js", "Range: bytes=0-\r\n")), 416);
}

TEST_F(Size, OfNonsenseIsNothing) {
  for (const std::string& text :
       {std::string{"\r\n\r\n"}, std::string{"GET\r\n\r\n"},
        std::string{"GET / HTTP/9.9\r\n\r\n"},
        std::string("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n", 13),
        std::string(1000, '\0') + "\r\n",
        "GET http://evil.example/ HTTP/1.1\r\n" + own() + "\r\n"}) {
    EXPECT_NE(status(exchange(here_.port(), text)), 200) << text;
  }
  EXPECT_EQ(status(here_.get("/")), 200);
}

TEST_F(Size, OfAPauseIsLimited) {
  std::vector<std::unique_ptr<connection>> slow;
  for (int k = 0; k < 20; ++k) {
    slow.push_back(std::make_unique<connection>(here_.port()));
    slow.back()->send("GET / HT");
  }
  EXPECT_EQ(status(here_.get("/")), 200) << "while others dawdle";
  EXPECT_LE(status(slow.front()->rest()), 400 + 99) << "and they are let go";
}

TEST_F(Size, OfJsonIsBounded) {
  const std::string deep(most - 100, '[');
  EXPECT_EQ(status(here_.post("/api/exercises/demo/first/save", deep)), 400);
  EXPECT_EQ(status(here_.post("/api/compiler/gcc/compile", deep)), 400);
  for (const char* body :
       {"", "{", "null", "[]", "\"x\"", "{\"text\":1,\"base\":\"\"}",
        "{\"source\":1}", "{\"source\":\"\",\"options\":[]}",
        "{\"source\":\"\",\"options\":{\"userArguments\":7}}",
        "{\"source\":\"\",\"options\":{},\"files\":[{\"filename\":\"\"}]}"}) {
    EXPECT_EQ(status(here_.post("/api/compiler/gcc/compile", body)), 400)
        << body;
    EXPECT_EQ(status(here_.post("/api/exercises/demo/first/check", body)), 400)
        << body;
  }
}

}  // namespace
