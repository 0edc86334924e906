// SPDX-License-Identifier: MIT
#include "compile/listing_names.hpp"

#include <stdexcept>
#include <string>
#include <vector>

#include "complaint.hpp"
#include "house/names.hpp"

namespace compile_command {

std::filesystem::path file_or_listing(const options& asked) {
  const bool is_file = asked.file == "-" || asked.file.has_extension() ||
                       std::filesystem::exists(asked.file);
  if (is_file || asked.listings.empty()) return asked.file;
  std::vector<std::string> names;
  for (const auto& [name, file] : asked.listings) names.push_back(name);
  try {
    return asked.listings.at(names[command_line::find_name(
        names, asked.file.string(), "file or listing")]);
  } catch (const command_line::complaint& failure) {
    throw std::invalid_argument{failure.what()};
  }
}

}  // namespace compile_command
