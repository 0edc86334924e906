// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "compiler_explorer/client.hpp"

namespace compile_command {

/// What the reader asks `locksmith compile` for.
struct options {
  std::filesystem::path file;  ///< "-": standard input. Or a listing's name.
  std::map<std::string, std::filesystem::path> listings;  ///< By name.
  std::vector<std::string> compilers = {"gcc"};
  /// Quoted as for a shell. None: C++20 and optimised, in the compiler's words.
  std::optional<std::string> flags;
  std::vector<std::string> libraries;  ///< "fmt" or "fmt:12.0.0".
  /// Where `#include` finds headers to send along, besides beside the file.
  std::vector<std::filesystem::path> include_folders;

  bool run = false;
  std::vector<std::string> arguments;  ///< The program's.
  std::filesystem::path input;         ///< The program's; empty: none.

  bool assembly = false;
  bool diff = false;  ///< The assembly of two compilers side by side.
  bool att = false;   ///< AT&T syntax.

  bool link = false;
  bool open = false;
  bool list = false;  ///< The compilers instead, those with `match` in them.
  std::string match;
  bool json = false;
  bool fresh = false;

  std::string url = "https://godbolt.org";
  bool offline = false;
  std::filesystem::path cache = compiler_explorer::default_cache();
};

}  // namespace compile_command
