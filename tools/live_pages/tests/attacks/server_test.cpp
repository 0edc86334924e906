// SPDX-License-Identifier: MIT
// The server's own end, and checks under way.
#include <gtest/gtest.h>
#include <sys/prctl.h>
#include <sys/wait.h>

#include <cstdio>
#include <nlohmann/json.hpp>

#include "answers/files.hpp"
#include "keeper/family.hpp"
#include "process/child.hpp"
#include "support/connection.hpp"
#include "support/served.hpp"

namespace {

using namespace live_pages_tests;
using nlohmann::json;

const std::string check_first = "/api/exercises/demo/first/check";

json check(const served& here, const std::string& text) {
  return json::parse(body(here.post(check_first, answer_with(text))));
}

std::string request(const std::string& host, const std::string& token,
                    const std::string& path, const std::string& body) {
  return "POST " + path + " HTTP/1.1\r\nHost: " + host +
         "\r\nX-Locksmith-Token: " + token +
         "\r\nContent-Type: application/json\r\nContent-Length: " +
         std::to_string(body.size()) + "\r\n\r\n" + body;
}

TEST(Check, TellsWhatItCameTo) {
  const served here;
  const json failed = check(here, "fails");
  ASSERT_EQ(failed.at("how"), "failed") << failed;
  EXPECT_EQ(failed.at("test").at("name"), "Demo.IsJudged");
  EXPECT_EQ(failed.at("result").at("failure").at("kind"), "data race");
  EXPECT_FALSE(failed.at("standing").at("passed"));

  const json broken = check(here, "does not compile");
  EXPECT_EQ(broken.at("how"), "does not compile");
  ASSERT_EQ(broken.at("errors").size(), 1U);
  EXPECT_EQ(broken.at("errors")[0].at("line"), 3);
  EXPECT_EQ(broken.at("errors")[0].at("file"), "");

  EXPECT_EQ(check(here, "crashes").at("how"), "crashed");
  EXPECT_EQ(status(here.get("/api/exercises/demo/first/solution")), 403);

  const json passed = check(here, "passes");
  EXPECT_EQ(passed.at("how"), "passed");
  EXPECT_TRUE(passed.at("standing").at("passed"));
  EXPECT_EQ(status(here.get("/api/exercises/demo/first/solution")), 200);
  EXPECT_NE(here.house().progress().find("demo/first started passed"),
            std::string::npos);
  EXPECT_EQ(json::parse(body(here.get("/api/progress"))).at("current"),
            "demo/first");
}

TEST(Check, SavesTheAnswerFirst) {
  const served here;
  connection reader{here.port()};
  reader.send(
      request(here.host(), here.token(), check_first, answer_with("waits")));
  EXPECT_EQ(status(reader.some()), 200);
  reader.close();
  EXPECT_EQ(command_line::read_file(here.house().answer("first")), "waits");
  EXPECT_TRUE(childless()) << "The reader has left.";
}

TEST(Server, LeavesNobodyBehind) {
  served here;
  connection reader{here.port()};
  reader.send(request(here.host(), here.token(), check_first,
                      answer_with("never ends")));
  EXPECT_EQ(status(reader.some()), 200);
  here.stop();
  EXPECT_TRUE(live_pages::family().empty());
}

TEST(Server, TellsOfABuild) {
  const served here;
  connection page{here.port()};
  page.send("GET /api/changes HTTP/1.1\r\nHost: " + here.host() + "\r\n\r\n");
  const auto wait_for = [&](const std::string& what) {
    std::string all;
    while (all.find(what) == std::string::npos) {
      const std::string more = page.some();
      if (more.empty()) break;
      all += more;
    }
    return all;
  };
  EXPECT_NE(wait_for("data: ").find("text/event-stream"), std::string::npos);
  const std::filesystem::path index = here.site() / "index.html";
  command_line::replace_file(index, command_line::read_file(index) + "new");
  EXPECT_NE(wait_for("data: ").find("data: "), std::string::npos);
}

// The program itself, killed: nobody tells its programs to end.
TEST(Server, TakesItsProgramsWithIt) {
  ::prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
  const served files;
  auto program =
      std::make_unique<command_line::child>(command_line::child::start{
          .command = {LIVE_PAGES, files.site(), files.house().build()}});
  const std::string start = "http://127.0.0.1:";
  while (program->output().find(" (Ctrl-C") == std::string::npos) {
    ASSERT_FALSE(program->pump()) << program->output();
    std::this_thread::yield();
  }
  const std::string& said = program->output();
  const std::size_t at = said.find(start) + start.size();
  const std::string port = said.substr(at, said.find(' ', at) - at);
  const std::string host = "127.0.0.1:" + port;
  const std::string page =
      exchange(std::stoi(port), "GET / HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
  const std::string before = "locksmith-live\" content=\"";
  const std::string token = page.substr(page.find(before) + before.size(), 64);
  connection reader{std::stoi(port)};
  reader.send(request(host, token, check_first, answer_with("never ends")));
  EXPECT_EQ(status(reader.some()), 200);
  program->stop();
  while (::waitpid(-1, nullptr, 0) > 0) {
  }
  EXPECT_TRUE(live_pages::family().empty());
}

}  // namespace
