// SPDX-License-Identifier: MIT
#include "compile/listing_names.hpp"

#include <stdexcept>
#include <string>
#include <vector>

namespace compile_command {

std::filesystem::path file_or_listing(const options& asked) {
  const std::string name = asked.file.string();
  if (name == "-" || std::filesystem::exists(asked.file)) {
    return asked.file;
  }
  std::vector<std::string> found;
  for (const auto& [known, file] : asked.listings) {
    if (known == name) {
      return file;
    }
    if (known.ends_with('/' + name)) {
      found.push_back(known);
    }
  }
  if (found.size() > 1) {
    std::string sentence = "'" + name + "' could be ";
    for (const std::string& each : found) {
      sentence += (&each == &found.front() ? "" : " or ") + each;
    }
    throw std::invalid_argument{sentence + "."};
  }
  return found.empty() ? asked.file : asked.listings.at(found.front());
}

}  // namespace compile_command
