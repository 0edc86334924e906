// SPDX-License-Identifier: MIT
// The client with its own transport against a server on this machine that
// answers whole, and wrong.
#include <gtest/gtest.h>
#include <zlib.h>

#include <atomic>
#include <chrono>
#include <cstddef>
#include <string>

#include "compiler_explorer/client.hpp"
#include "support/loopback_client.hpp"
#include "support/loopback_server.hpp"

namespace {

using namespace std::chrono_literals;
using compiler_explorer::error;
using compiler_explorer::error_kind;
using support::always;
using support::client_of;
using support::compile_error;
using support::connection;
using support::loopback_server;
using support::message;
using support::small_request;

std::string gzipped(const std::string& text) {
  z_stream stream{};
  EXPECT_EQ(
      deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY),
      Z_OK);
  std::string data(deflateBound(&stream, text.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(data.data());
  stream.avail_out = static_cast<uInt>(data.size());
  EXPECT_EQ(deflate(&stream, Z_FINISH), Z_STREAM_END);
  data.resize(stream.total_out);
  deflateEnd(&stream);
  return data;
}

TEST(Server, MaySendAnyTypeWithJson) {
  for (const char* type : {"", "Content-Type: text/html\r\n",
                           "Content-Type: application/octet-stream\r\n"}) {
    const loopback_server server{
        always(message("200 OK", type, support::success))};
    EXPECT_TRUE(client_of(server).compile(small_request()).ok()) << type;
  }
}

TEST(Server, MayCompress) {
  const loopback_server server{always(message(
      "200 OK", "Content-Encoding: gzip\r\n", gzipped(support::success)))};
  EXPECT_TRUE(client_of(server).compile(small_request()).ok());
}

TEST(Server, ThatAnswersWithAPage) {
  const error thrown = compile_error(
      always(message("500 Oops", "Content-Type: text/html\r\n",
                     "<!DOCTYPE html><html><title>Error 500</title><body>"
                     "<p>Whoops, &quot;that&quot;</p></body></html>")));
  EXPECT_EQ(thrown.kind(), error_kind::server_fault);
  EXPECT_NE(std::string{thrown.what()}.find("Whoops, \"that\"."),
            std::string::npos);
}

TEST(Server, ThatAnswersWithAPageAsIfItWereJson) {
  EXPECT_EQ(compile_error(always(message("200 OK", support::json_type,
                                         "<html><p>Sign in</p></html>")))
                .kind(),
            error_kind::bad_answer);
}

TEST(Server, ThatLimitsTheRate) {
  const error thrown = compile_error(
      always(message("429 Too Many Requests", "Retry-After: 300\r\n", "Slow")));
  EXPECT_EQ(thrown.kind(), error_kind::rate_limited);
  EXPECT_EQ(thrown.retry_after(), 300s);
}

TEST(Server, ThatGivesUp) {
  const error thrown = compile_error(
      always(message("408 Request Timeout", support::json_type,
                     R"({"error": "Compilation timeout: No response"})")));
  EXPECT_EQ(thrown.kind(), error_kind::timeout);
  EXPECT_EQ(thrown.status(), 408);
}

TEST(Server, ThatIsAboutToSendTooMuch) {
  EXPECT_EQ(compile_error(always("HTTP/1.1 200 OK\r\n"
                                 "Content-Length: 99999999999\r\n\r\n{"))
                .kind(),
            error_kind::too_large);
}

TEST(Server, ThatSendsWithoutEnd) {
  std::atomic<std::size_t> sent{0};
  EXPECT_EQ(compile_error([&](connection& own) {
              own.receive();
              own.send("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n[");
              const std::string part(4096, ' ');
              while (own.send(part)) sent += part.size();
            }).kind(),
            error_kind::too_large);
  EXPECT_LT(sent, std::size_t{64} << 20);
}

TEST(Server, ThatSendsHeadersWithoutEnd) {
  const error thrown = compile_error([](connection& own) {
    own.receive();
    own.send("HTTP/1.1 200 OK\r\n");
    while (own.send("X-Header: " + std::string(1000, 'x') + "\r\n")) {
    }
  });
  EXPECT_TRUE(thrown.kind() == error_kind::too_large ||
              thrown.kind() == error_kind::connection)
      << to_string(thrown.kind());
}

TEST(Server, ThatSendsAGzipBomb) {
  const std::string bomb = gzipped(std::string(std::size_t{64} << 20, ' '));
  ASSERT_LT(bomb.size(), std::size_t{1} << 20);
  EXPECT_EQ(compile_error(
                always(message("200 OK", "Content-Encoding: gzip\r\n", bomb)))
                .kind(),
            error_kind::too_large);
}

TEST(Server, ThatSendsDamagedGzip) {
  std::string damaged = gzipped(support::success);
  damaged.replace(10, 10, "0123456789");
  EXPECT_EQ(compile_error(always(message("200 OK", "Content-Encoding: gzip\r\n",
                                         damaged)))
                .kind(),
            error_kind::bad_answer);
}

TEST(Server, ThatSendsPlainTextAsGzip) {
  EXPECT_EQ(compile_error(always(message("200 OK", "Content-Encoding: gzip\r\n",
                                         support::success)))
                .kind(),
            error_kind::bad_answer);
}

TEST(Server, ThatRedirectsIsNotFollowed) {
  std::atomic<int> reached{0};
  const loopback_server target{[&](connection& own) {
    ++reached;
    own.send(message("200 OK", support::json_type, support::success));
  }};
  for (const char* status : {"301 Moved", "302 Found", "307 Temporary",
                             "308 Permanent", "303 See Other"}) {
    const error thrown = compile_error(always(
        message(status, "Location: " + target.url() + "/api\r\n", "Moved")));
    EXPECT_EQ(thrown.kind(), error_kind::refused);
    EXPECT_NE(std::string{thrown.what()}.find(target.url()), std::string::npos);
  }
  EXPECT_EQ(
      compile_error(
          always(message("302 Found", "Location: file:///etc/passwd\r\n", "")))
          .kind(),
      error_kind::refused);
  EXPECT_EQ(reached, 0);
}

}  // namespace
