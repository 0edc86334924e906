// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace compiler_explorer {

/// The text without terminal escape sequences.
[[nodiscard]] std::string strip_escapes(std::string_view text);

/// The text without escape sequences and with a replacement character for each
/// other control character but tab and newline: safe to write to a terminal.
/// For HTML it must be escaped still.
[[nodiscard]] std::string printable(std::string_view text);

/// The words as one string that a server, like a POSIX shell, splits into the
/// same words. Words that need no quotes get none.
[[nodiscard]] std::string join_arguments(const std::vector<std::string>& words);

/// The words of a string, as a POSIX shell without expansions would split it.
/// Unended quotes run to the end.
[[nodiscard]] std::vector<std::string> split_arguments(std::string_view text);

}  // namespace compiler_explorer
