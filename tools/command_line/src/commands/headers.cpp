// SPDX-License-Identifier: MIT
#include "commands/headers.hpp"

#include "house/names.hpp"

namespace command_line {
namespace {

// "semaphore" of "locksmith/semaphore.hpp".
std::string short_name(const std::string& header) {
  const std::size_t slash = header.find('/') + 1;
  return header.substr(slash, header.rfind('.') - slash);
}

}  // namespace

std::vector<std::string> copyable_headers(const house& home) {
  std::vector<std::string> headers;
  for (const chapter& each : home.chapters) {
    headers.insert(headers.end(), each.headers.begin(), each.headers.end());
  }
  for (const std::filesystem::path& each : home.foundation) {
    const std::filesystem::path header =
        each.lexically_relative(home.root / "code");
    if (header.string().find("/detail/") == std::string::npos) {
      headers.push_back(header.string());
    }
  }
  return headers;
}

single_header::library header_library(const house& home) {
  single_header::library from{.roots = {}, .version = home.version};
  for (const chapter& each : home.chapters) from.roots.push_back(each.dir);
  from.roots.push_back(home.root / "code");
  return from;
}

std::size_t find_header(const std::vector<std::string>& headers,
                        std::string word) {
  if (word.starts_with("locksmith/")) word.erase(0, 10);
  if (word.ends_with(".hpp")) word.resize(word.size() - 4);
  std::vector<std::string> names;
  names.reserve(headers.size());
  for (const std::string& each : headers) names.push_back(short_name(each));
  return find_name(names, word, "header");
}

}  // namespace command_line
