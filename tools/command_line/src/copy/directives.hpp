// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace single_header {

/// A line of a header, and what it does.
struct source_line {
  enum class kind {
    text,
    own_include,       ///< `name` is "locksmith/…".
    standard_include,  ///< `name` is the whole line.
    left_out           ///< A region's tag, the licence, `#pragma once`.
  };

  kind does = kind::text;
  std::string text = {};
  std::string name = {};
  bool under_condition = false;
};

/// Reads a header line by line. A line that ends in a backslash is no directive
/// of ours.
[[nodiscard]] std::vector<source_line> read_lines(std::string_view header);

}  // namespace single_header
