// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace single_header {

/// Where headers are, and what they are of.
struct library {
  /// In which `#include "locksmith/…"` is looked for, in this order.
  std::vector<std::filesystem::path> roots;
  std::string version;
};

/// One file that stands alone: `header` with every `locksmith/` header that it
/// includes, directly or not, folded in once.
///
/// Headers of the standard library are gathered at the top. What is included
/// under a condition is folded in where it is, under that condition, since it
/// may not compile elsewhere. Each folded header has a guard of its own, so
/// that two such files can be used in one program, and an `#error` for two that
/// were made of different versions.
///
/// @param header As it is included: "locksmith/semaphore.hpp".
/// Throws std::runtime_error if a header is missing, or includes itself.
[[nodiscard]] std::string fold(const library& from, std::string_view header);

}  // namespace single_header
