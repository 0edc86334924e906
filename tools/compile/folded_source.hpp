// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <istream>
#include <stdexcept>
#include <string>
#include <vector>

namespace compile_command {

/// A line of a file.
struct origin {
  std::string file;
  int line = 0;  ///< From 1.
};

/// A source file in one piece, its own headers in place of the directives that
/// include them, so that it compiles where those headers are not.
struct folded_source {
  std::string text;
  std::vector<origin> origins;  ///< Of each line of the text.
};

struct cannot_read : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Folds a file. A header counts as its own if it is found beside the file that
/// includes it, or in one of the folders; all others stay as they are. Each is
/// folded in once, as if it said `#pragma once`. Nobody knows whether what
/// stands under `#if` is compiled: such a header gets a guard, and is folded in
/// again.
///
/// @param path Of the file; "-" reads `standard_input`.
/// @throws cannot_read If there is no such file.
[[nodiscard]] folded_source fold(
    const std::filesystem::path& path,
    const std::vector<std::filesystem::path>& folders,
    std::istream& standard_input);

}  // namespace compile_command
