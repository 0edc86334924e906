// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <string>
#include <string_view>
#include <vector>

namespace compiler_explorer {

/// A version as people write it: its numbers, and whatever else there is.
struct version {
  std::vector<unsigned> numbers;  ///< "14.2 (default)": 14, 2.
  std::string rest;               ///< "(default)".
};

/// Reads numbers with dots between them, after a "v" if there is one.
[[nodiscard]] version read_version(std::string_view text);

/// See `compare_versions`.
[[nodiscard]] std::weak_ordering compare(version left, version right);

/// Whether this is the version asked for: "14.2.1" is a "14" and a "14.2".
[[nodiscard]] bool begins_with(const version& whole, const version& asked);

}  // namespace compiler_explorer
