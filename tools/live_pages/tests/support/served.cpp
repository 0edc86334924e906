// SPDX-License-Identifier: MIT
#include "support/served.hpp"

#include <poll.h>

#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>

#include "keeper/family.hpp"
#include "support/connection.hpp"

namespace live_pages_tests {
namespace {

using nlohmann::json;
namespace fs = std::filesystem;

constexpr const char* page =
    "<!doctype html><html><head><title>t</title></head><body>the page"
    "<script>let a;</script><script src=\"a.js\"></script></body></html>";

void write(const fs::path& file, const std::string& text) {
  fs::create_directories(file.parent_path());
  std::ofstream{file} << text;
}

}  // namespace

served::served(live_pages::settings most) : inside_{house_.root()} {
  write(site() / "index.html", page);
  write(site() / "404.html", "<html><head></head>not here</html>");
  write(site() / "folder/index.html", page);
  write(site() / "a.js", "\"use strict\";\n");
  write(house_.root() / "secret.txt", "the secret");
  // Its own cmake comes first.
  const std::string bin = house_.root() / "bin";
  const char* const all = std::getenv("PATH");
  const std::string path = all != nullptr ? all : "";
  if (!path.starts_with(bin)) ::setenv("PATH", (bin + ":" + path).c_str(), 1);
  most.site = site();
  most.build = house_.build();
  most.root = house_.root();
  server_ = std::make_unique<live_pages::server>(most, inside_);
  runs_ = std::thread{[this] { server_->run(); }};
}

served::~served() { stop(); }

void served::stop() {
  if (!runs_.joinable()) return;
  server_->stop();
  runs_.join();
}

std::string served::host() const {
  return "127.0.0.1:" + std::to_string(port());
}

fs::path served::site() const { return house_.root() / "site"; }

std::string served::get(const std::string& path,
                        const std::string& extra) const {
  return exchange(port(), "GET " + path + " HTTP/1.1\r\nHost: " + host() +
                              "\r\nX-Locksmith-Token: " + token() + "\r\n" +
                              extra + "\r\n");
}

std::string served::post(const std::string& path, const std::string& body,
                         const std::string& extra) const {
  return exchange(port(), "POST " + path + " HTTP/1.1\r\nHost: " + host() +
                              "\r\nOrigin: http://" + host() +
                              "\r\nSec-Fetch-Site: same-origin"
                              "\r\nX-Locksmith-Token: " +
                              token() +
                              "\r\nContent-Type: application/json"
                              "\r\nContent-Length: " +
                              std::to_string(body.size()) + "\r\n" + extra +
                              "\r\n" + body);
}

std::string exchange(int port, const std::string& text) {
  connection to{port};
  to.send(text);
  return to.rest();
}

int status(const std::string& answer) {
  if (!answer.starts_with("HTTP/1.1 ")) return 0;
  return std::atoi(answer.c_str() + 9);
}

std::string body(const std::string& answer) {
  const std::size_t end = answer.find("\r\n\r\n");
  if (end == std::string::npos) return "";
  std::string rest = answer.substr(end + 4);
  if (answer.find("Transfer-Encoding: chunked") > end) return rest;
  std::string text;
  for (;;) {
    const std::size_t line = rest.find("\r\n");
    const std::size_t size = std::strtoul(rest.c_str(), nullptr, 16);
    if (line == std::string::npos || size == 0) return text;
    text += rest.substr(line + 2, size);
    rest.erase(0, line + 2 + size + 2);
  }
}

std::string answer_with(const std::string& text, const std::string& base) {
  return json{{"text", text}, {"base", base}}.dump();
}

std::string to_run(const std::string& source, const std::string& arguments) {
  return json{{"source", source},
              {"options",
               {{"userArguments", arguments},
                {"compilerOptions", {{"executorRequest", true}}}}}}
      .dump();
}

bool childless() {
  for (int turn = 0; turn < 3000; ++turn) {
    if (live_pages::family().empty()) return true;
    ::poll(nullptr, 0, 10);
  }
  return false;
}

}  // namespace live_pages_tests
