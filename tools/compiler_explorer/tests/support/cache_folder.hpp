// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <filesystem>
#include <iterator>

#include "compiler_explorer/client.hpp"

namespace support {

inline compiler_explorer::client_options keeping_in(
    const std::filesystem::path& folder) {
  compiler_explorer::client_options options;
  options.cache = folder;
  return options;
}

inline compiler_explorer::client_options offline_in(
    const std::filesystem::path& folder) {
  compiler_explorer::client_options options = keeping_in(folder);
  options.offline = true;
  return options;
}

inline std::size_t files_in(const std::filesystem::path& folder) {
  return static_cast<std::size_t>(
      std::distance(std::filesystem::directory_iterator{folder},
                    std::filesystem::directory_iterator{}));
}

}  // namespace support
