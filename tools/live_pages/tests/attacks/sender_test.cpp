// SPDX-License-Identifier: MIT
// Who may ask: other machines, other sites, other users' guesses.
#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <ifaddrs.h>
#include <netinet/in.h>

#include "http/peer.hpp"
#include "support/connection.hpp"
#include "support/served.hpp"

namespace {

using namespace live_pages_tests;

class Sender : public testing::Test {
 protected:
  served here_;

  [[nodiscard]] int asked(const std::string& headers,
                          const std::string& path = "/") const {
    return status(exchange(here_.port(),
                           "GET " + path + " HTTP/1.1\r\n" + headers + "\r\n"));
  }
  [[nodiscard]] std::string port() const {
    return std::to_string(here_.port());
  }
  [[nodiscard]] std::string own() const {
    return "Host: " + here_.host() + "\r\nX-Locksmith-Token: " + here_.token() +
           "\r\n";
  }
};

// The addresses of this machine that others reach it by.
std::vector<std::string> outer_addresses() {
  std::vector<std::string> found;
  ifaddrs* all = nullptr;
  if (::getifaddrs(&all) != 0) return found;
  for (const ifaddrs* each = all; each != nullptr; each = each->ifa_next) {
    if (each->ifa_addr == nullptr || each->ifa_addr->sa_family != AF_INET) {
      continue;
    }
    const auto* const at = reinterpret_cast<const sockaddr_in*>(each->ifa_addr);
    char text[INET_ADDRSTRLEN] = "";
    ::inet_ntop(AF_INET, &at->sin_addr, text, sizeof text);
    if (!std::string{text}.starts_with("127.")) found.emplace_back(text);
  }
  ::freeifaddrs(all);
  return found;
}

TEST_F(Sender, OnThisMachineAlone) {
  EXPECT_TRUE(connection{here_.port()}.made());
  for (const std::string& each : outer_addresses()) {
    EXPECT_FALSE((connection{here_.port(), each}.made())) << each;
  }
  EXPECT_FALSE((connection{here_.port(), "127.0.0.2"}.made()));
}

TEST_F(Sender, NamesThisServer) {
  EXPECT_EQ(asked("Host: 127.0.0.1:" + port() + "\r\n"), 200);
  EXPECT_EQ(asked("Host: localhost:" + port() + "\r\n"), 200);
  for (const std::string& host :
       {"evil.example:" + port(), "127.0.0.1.evil.example:" + port(),
        std::string{"127.0.0.1"}, std::string{"localhost:1"}, std::string{},
        "[::1]:" + port(), "0.0.0.0:" + port(), "user@127.0.0.1:" + port(),
        "127.0.0.1:" + port() + ".evil.example"}) {
    EXPECT_EQ(asked("Host: " + host + "\r\n"), 421) << host;
  }
  EXPECT_EQ(asked(""), 421);
  EXPECT_EQ(asked("Host: 127.0.0.1:" + port() + "\r\nHost: evil.example\r\n"),
            421);
}

TEST_F(Sender, IsNoOtherSite) {
  for (const std::string& origin :
       {std::string{"http://evil.example"}, std::string{"null"},
        std::string{"http://127.0.0.1"}, "https://127.0.0.1:" + port(),
        std::string{"http://127.0.0.1:1"}, "http://localhost:" + port(),
        "http://127.0.0.1:" + port() + ".evil.example"}) {
    EXPECT_EQ(asked(own() + "Origin: " + origin + "\r\n", "/api/progress"), 403)
        << origin;
    EXPECT_EQ(asked(own() + "Origin: " + origin + "\r\n"), 403) << origin;
  }
  EXPECT_EQ(asked(own() + "Origin: http://127.0.0.1:" + port() + "\r\n",
                  "/api/progress"),
            200);
}

TEST_F(Sender, WasNotSentByAnotherSite) {
  for (const char* site : {"cross-site", "same-site", "none", "nonsense"}) {
    const std::string header = std::string{"Sec-Fetch-Site: "} + site + "\r\n";
    EXPECT_EQ(asked(own() + header, "/api/progress"), 403) << site;
    EXPECT_EQ(asked(own() + header, "/api/changes"), 403) << site;
    // A link leads to a page, which nobody else can read.
    EXPECT_EQ(asked(own() + header), 200) << site;
  }
}

TEST_F(Sender, KnowsTheToken) {
  const std::string host = "Host: " + here_.host() + "\r\n";
  std::string other = here_.token();
  other.back() = other.back() == '0' ? '1' : '0';
  for (const std::string& token :
       {std::string{}, other, here_.token().substr(1), here_.token() + "0"}) {
    const std::string header = host + "X-Locksmith-Token: " + token + "\r\n";
    for (const char* path :
         {"/api/progress", "/api/about", "/api/languages", "/api/compilers",
          "/api/exercises/demo/first", "/api/exercises/demo/first/solution",
          "/api/none"}) {
      EXPECT_EQ(asked(header, path), 403) << path;
    }
    for (const char* path :
         {"/api/compiler/gcc/compile", "/api/exercises/demo/first/check",
          "/api/exercises/demo/first/save", "/api/exercises/demo/first/reset",
          "/api/exercises/demo/first/hint", "/api/none"}) {
      EXPECT_EQ(
          status(exchange(here_.port(), std::string{"POST "} + path +
                                            " HTTP/1.1\r\n" + header +
                                            "Content-Type: application/json\r\n"
                                            "Content-Length: 2\r\n\r\n{}")),
          403)
          << path;
    }
  }
  EXPECT_EQ(here_.house().progress(), "");
  EXPECT_FALSE(std::filesystem::exists(here_.house().answer("first")));
}

TEST_F(Sender, GetsTheTokenFromPagesAlone) {
  EXPECT_NE(here_.get("/").find(here_.token()), std::string::npos);
  for (const char* path : {"/a.js", "/api/about", "/api/progress"}) {
    EXPECT_EQ(here_.get(path).find(here_.token()), std::string::npos) << path;
  }
  const served other;
  EXPECT_NE(other.token(), here_.token());
}

TEST_F(Sender, IsToldToAllowNobody) {
  const std::string preflight = exchange(
      here_.port(), "OPTIONS /api/compiler/gcc/compile HTTP/1.1\r\n" + own() +
                        "Origin: http://evil.example\r\n"
                        "Access-Control-Request-Method: POST"
                        "\r\n\r\n");
  EXPECT_EQ(status(preflight), 403);
  for (const std::string& answer :
       {preflight, here_.get("/"), here_.get("/a.js"),
        here_.get("/api/progress"), here_.get("/none")}) {
    EXPECT_EQ(answer.find("Access-Control"), std::string::npos);
    EXPECT_NE(answer.find("X-Content-Type-Options: nosniff"),
              std::string::npos);
    EXPECT_NE(answer.find("frame-ancestors 'none'"), std::string::npos);
    EXPECT_NE(answer.find("Cross-Origin-Resource-Policy: same-origin"),
              std::string::npos);
    EXPECT_EQ(answer.find("'unsafe-inline'; script-src"), std::string::npos);
  }
  EXPECT_NE(here_.get("/"), here_.get("/")) << "A nonce is used once.";
}

TEST_F(Sender, SendsJson) {
  // What a form of another site can send without being asked about.
  for (const char* type : {"text/plain", "application/x-www-form-urlencoded",
                           "multipart/form-data; boundary=x",
                           "application/json; charset=utf-8", ""}) {
    const std::string answer = exchange(
        here_.port(), "POST /api/exercises/demo/first/save HTTP/1.1\r\n" +
                          own() + "Content-Type: " + type +
                          "\r\nContent-Length: 2\r\n\r\n{}");
    EXPECT_EQ(status(answer), 415) << type;
  }
}

TEST_F(Sender, IsThisUser) {
  const connection mine{here_.port()};
  EXPECT_TRUE(mine.made());
  EXPECT_FALSE(live_pages::is_own_connection(1, here_.port()))
      << "A connection that is not there belongs to nobody.";
}

}  // namespace
