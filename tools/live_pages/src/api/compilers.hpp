// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

namespace live_pages {

/// A compiler of this machine.
struct compiler {
  std::string id;       ///< "gcc" or "clang".
  std::string program;  ///< "g++".
  std::string version;  ///< "12.2.0".
};

/// Those that there are.
[[nodiscard]] std::vector<compiler> find_compilers();

/// As Compiler Explorer lists them.
[[nodiscard]] nlohmann::json to_json(const std::vector<compiler>& all);

}  // namespace live_pages
