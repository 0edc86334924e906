// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "cache/disk_cache.hpp"

namespace compiler_explorer::cache {

/// An entry as a file: a line of JSON about it, and its body.
[[nodiscard]] std::string to_file(std::string_view key, const entry& value);

/// Nothing if the file is damaged or of another key.
[[nodiscard]] std::optional<entry> from_file(std::string_view key,
                                             std::string_view file);

/// A file's name for a key, of 32 characters.
[[nodiscard]] std::string file_name(std::string_view key);

}  // namespace compiler_explorer::cache
