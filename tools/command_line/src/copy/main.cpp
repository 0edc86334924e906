// SPDX-License-Identifier: MIT
// fold_headers VERSION TO ROOT... -- HEADER...
//
// Writes TO/<name>.hpp for each header; for the build.
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "copy/single_header.hpp"

int main(int argc, char** argv) try {
  single_header::library from{.roots = {}, .version = argv[1]};
  const std::filesystem::path to = argv[2];
  int at = 3;
  for (; at < argc && std::string_view{argv[at]} != "--"; ++at) {
    from.roots.emplace_back(argv[at]);
  }
  std::filesystem::create_directories(to);
  for (++at; at < argc; ++at) {
    const std::filesystem::path header = argv[at];
    std::ofstream file{to / header.filename(), std::ios::binary};
    file.exceptions(std::ios::failbit | std::ios::badbit);
    file << single_header::fold(from, header.string());
  }
  return 0;
} catch (const std::exception& problem) {
  std::fprintf(stderr, "fold_headers: %s\n", problem.what());
  return 1;
}
