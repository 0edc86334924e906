// SPDX-License-Identifier: MIT
#include <pthread.h>

#include <charconv>
#include <csignal>
#include <cstring>
#include <iostream>
#include <optional>
#include <string>
#include <system_error>
#include <thread>
#include <vector>

#include "api/verdict.hpp"
#include "complaint.hpp"
#include "http/server.hpp"

namespace live_pages {
namespace {

constexpr const char* usage =
    "live_pages SITE BUILD [--port N]\n\n"
    "Serves the built website in SITE on this machine, and lets its pages "
    "compile,\nrun and check. BUILD is the folder with manifest.json.\n";

constexpr int usual = 8000;

std::optional<int> number(const std::string& text) {
  int value = 0;
  const char* const end = text.data() + text.size();
  const auto [rest, fault] = std::from_chars(text.data(), end, value);
  if (fault != std::errc{} || rest != end) return std::nullopt;
  return value;
}

// The usual port, or the next one that is free.
std::unique_ptr<server> serve_anywhere(settings what, const sandbox& inside) {
  for (what.port = usual; what.port < usual + 100; ++what.port) {
    try {
      return std::make_unique<server>(what, inside);
    } catch (const std::system_error& problem) {
      if (problem.code() != std::errc::address_in_use) throw;
      std::cout << "Port " << what.port << " is taken.\n";
    }
  }
  what.port = 0;
  return std::make_unique<server>(what, inside);
}

// Taken by one thread, wherever the others are.
sigset_t block_signals() {
  sigset_t set;
  ::sigemptyset(&set);
  for (const int each : {SIGINT, SIGTERM, SIGHUP}) ::sigaddset(&set, each);
  ::pthread_sigmask(SIG_BLOCK, &set, nullptr);
  std::signal(SIGPIPE, SIG_IGN);
  return set;
}

int serve(settings what) {
  const sigset_t stops = block_signals();
  const command_line::house home = command_line::read_house(what.build);
  what.root = home.root;
  const sandbox inside{home.root};
  const std::unique_ptr<server> here =
      what.port == 0 ? serve_anywhere(what, inside)
                     : std::make_unique<server>(what, inside);
  std::thread stopper{[&] {
    int which = 0;
    ::sigwait(&stops, &which);
    here->stop();
  }};
  std::cout << "The book is at http://127.0.0.1:" << here->port()
            << " (Ctrl-C stops serving it). Its pages can run, edit and check "
               "code.\n"
            << inside.describe() << '\n'
            << std::flush;
  here->run();
  ::kill(::getpid(), SIGTERM);
  stopper.join();
  std::cout << '\n';
  return 0;
}

int run(const std::vector<std::string>& words) {
  if (words.size() == 4 && words[0] == "verdict") {
    return print_verdict(words[1], words[2],
                         std::chrono::seconds{number(words[3]).value_or(0)});
  }
  settings what;
  if (words.size() == 4 && words[2] == "--port") {
    what.port = number(words[3]).value_or(-1);
  } else if (words.size() != 2) {
    what.port = -1;
  }
  if (what.port < 0 || what.port > 65'535) {
    std::cerr << usage;
    return 2;
  }
  what.site = std::filesystem::absolute(words[0]);
  what.build = std::filesystem::canonical(words[1]);
  return serve(what);
}

}  // namespace
}  // namespace live_pages

int main(int argc, char** argv) try {
  return live_pages::run({argv + 1, argv + argc});
} catch (const std::system_error& problem) {
  std::cerr << "Cannot serve: " << problem.code().message() << ".\n";
  return 1;
} catch (const std::exception& problem) {
  std::cerr << problem.what() << '\n';
  return 1;
}
