// SPDX-License-Identifier: MIT
// read_links <URLS >STATES
//
// What each link carries, a line of JSON for each, for tests.
#include <compiler_explorer/links.hpp>
#include <cstdio>
#include <exception>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>

int main() try {
  for (std::string url; std::getline(std::cin, url);) {
    const auto state = compiler_explorer::read_link(url);
    const auto& session = state.sessions.at(0);
    const auto& compiler = session.compilers.at(0);
    std::cout << nlohmann::json{{"language", session.language},
                                {"source", session.source},
                                {"compiler", compiler.id},
                                {"options", compiler.options},
                                {"runs", !session.executors.empty()}}
              << '\n';
  }
  return 0;
} catch (const std::exception& problem) {
  std::fprintf(stderr, "read_links: %s\n", problem.what());
  return 1;
}
