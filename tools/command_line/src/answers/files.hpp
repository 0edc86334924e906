// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace command_line {

/// The file's bytes. Throws a complaint if it cannot be read.
[[nodiscard]] std::string read_file(const std::filesystem::path& file);

/// The same, or `otherwise`.
[[nodiscard]] std::string read_file_or(const std::filesystem::path& file,
                                       std::string otherwise);

/// Puts `text` in the file's place, in one step: whoever reads it, and whoever
/// finds it after a crash, has the old text or the new one, whole. Makes its
/// folder. Throws a complaint if it cannot.
void replace_file(const std::filesystem::path& file, std::string_view text);

/// Like `replace_file`, but only if there is no such file.
/// @returns False, and changes nothing, if there is one.
bool create_file(const std::filesystem::path& file, std::string_view text);

/// `stem``.1``extension`, or with the first number that is not taken.
[[nodiscard]] std::filesystem::path numbered(const std::filesystem::path& file);

}  // namespace command_line
