// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace command_line {

/// Makes the files of a new chapter, and names it where chapters are listed.
/// Throws a complaint, and makes nothing, if a file is there already or the
/// name is none.
/// @returns What was made or changed.
std::vector<std::filesystem::path> make_chapter(
    const std::filesystem::path& root, const std::string& name);

/// The same for an exercise of a chapter that exists.
std::vector<std::filesystem::path> make_exercise(
    const std::filesystem::path& root, const std::string& chapter,
    const std::string& name);

}  // namespace command_line
