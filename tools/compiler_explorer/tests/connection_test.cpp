// SPDX-License-Identifier: MIT
// The client with its own transport against a server on this machine that
// is slow, or lost, or none.
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <cstddef>
#include <string>
#include <thread>

#include "compiler_explorer/client.hpp"
#include "support/error_of.hpp"
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

TEST(Server, ThatBehavesIsUnderstood) {
  std::string received;
  {
    const loopback_server server{[&](connection& own) {
      received = own.receive();
      own.send(message("200 OK", support::json_type, support::success));
    }};
    EXPECT_TRUE(client_of(server).compile(small_request()).ok());
  }
  EXPECT_EQ(received.find("POST /api/compiler/g12/compile HTTP/1.1\r\n"), 0U);
  for (const char* line :
       {"\r\nAccept: application/json\r\n", "\r\nAccept-Encoding: gzip\r\n",
        "\r\nContent-Type: application/json\r\n",
        "\r\nUser-Agent: compiler_explorer_cpp/0.1\r\n"}) {
    EXPECT_NE(received.find(line), std::string::npos) << line;
  }
  EXPECT_EQ(received.find("Expect:"), std::string::npos);
}

TEST(Server, ThatCutsTheBody) {
  std::string whole = message("200 OK", support::json_type, support::success);
  whole.resize(whole.size() - 10);
  EXPECT_EQ(compile_error(always(whole)).kind(), error_kind::connection);
}

TEST(Server, ThatCutsABodyWithoutALength) {
  EXPECT_EQ(compile_error(always("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n"
                                 R"({"code": 0, "asm": [{"te)"))
                .kind(),
            error_kind::bad_answer);
}

TEST(Server, ThatCutsAChunk) {
  EXPECT_EQ(compile_error(always("HTTP/1.1 200 OK\r\n"
                                 "Transfer-Encoding: chunked\r\n\r\n"
                                 "ff\r\n{\"code\": 0"))
                .kind(),
            error_kind::connection);
}

TEST(Server, ThatSaysNothingAndHangsUp) {
  EXPECT_EQ(compile_error([](connection& own) { own.receive(); }).kind(),
            error_kind::connection);
}

TEST(Server, ThatResetsTheConnection) {
  EXPECT_EQ(compile_error([](connection& own) {
              own.receive();
              own.reset();
            }).kind(),
            error_kind::connection);
}

TEST(Server, ThatIsLostOnceIsAskedForAListAgain) {
  std::atomic<int> asked{0};
  const loopback_server server{[&](connection& own) {
    own.receive();
    if (++asked == 1) return own.reset();
    own.send(message("200 OK", support::json_type, R"([{"id": "c++"}])"));
  }};
  EXPECT_EQ(client_of(server).languages().size(), 1U);
  EXPECT_EQ(asked, 2);
}

TEST(Server, ThatNeverAnswers) {
  const error thrown = compile_error(
      [](connection& own) {
        own.receive();
        own.until_closed();
      },
      support::impatient);
  EXPECT_EQ(thrown.kind(), error_kind::timeout);
}

TEST(Server, ThatStopsInTheMiddle) {
  const error thrown = compile_error(
      [](connection& own) {
        own.receive();
        own.send("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n{");
        own.until_closed();
      },
      support::impatient);
  EXPECT_EQ(thrown.kind(), error_kind::timeout);
}

TEST(Server, ThatDripsItsAnswer) {
  const error thrown = compile_error(
      [](connection& own) {
        own.receive();
        own.send("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
        while (own.send(" ")) std::this_thread::sleep_for(1ms);
      },
      support::impatient);
  EXPECT_EQ(thrown.kind(), error_kind::timeout);
}

TEST(Server, ThatSpeaksAnotherLanguage) {
  for (const char* bytes : {"SSH-2.0-x\r\n", "\x16\x03\x01\x02", "{}", "\n"}) {
    const error thrown = compile_error(always(bytes));
    EXPECT_TRUE(thrown.kind() == error_kind::bad_answer ||
                thrown.kind() == error_kind::connection)
        << bytes;
  }
}

TEST(Server, ThatIsNotThere) {
  compiler_explorer::client_options options;
  {
    const loopback_server server{[](connection&) {}};
    options.server = server.url();
  }
  options.sleep = [](std::chrono::milliseconds) {};
  compiler_explorer::client own{options};
  const error thrown =
      support::error_of([&] { return own.compile(small_request()); });
  EXPECT_EQ(thrown.kind(), error_kind::connection);
  EXPECT_EQ(std::string{thrown.what()},
            options.server + " cannot be reached. Is it up, and the network?");
}

TEST(Server, GetsALargeRequestWhole) {
  std::atomic<std::size_t> received{0};
  const loopback_server server{[&](connection& own) {
    received = own.receive().size();
    own.send(message("200 OK", support::json_type, support::success));
  }};
  auto large = small_request();
  large.source = std::string(std::size_t{3} << 20, 'x');
  compiler_explorer::client_options options;
  options.server = server.url();
  compiler_explorer::client own{options};
  EXPECT_TRUE(own.compile(large).ok());
  EXPECT_GT(received, large.source.size());
}

}  // namespace
