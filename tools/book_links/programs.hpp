// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>

namespace book_links {

/// The small program that a chapter runs a file with, as text that follows the
/// file's; empty if its programs.txt names none.
///
/// A line of programs.txt is `<file> <function> <type>`: the file from the
/// chapter's folder, a region of <chapter>_bodies.hpp that holds one function
/// template, and what it is called with. Lines with # are comments.
///
/// @param chapter The folder.
/// Throws std::runtime_error if the region is not there.
[[nodiscard]] std::string program_for(const std::filesystem::path& chapter,
                                      const std::string& file);

/// The whole file. Throws std::runtime_error if it cannot be read.
[[nodiscard]] std::string contents_of(const std::filesystem::path& path);

}  // namespace book_links
