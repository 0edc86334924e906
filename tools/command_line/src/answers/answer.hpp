// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <optional>

#include "house/house.hpp"

namespace command_line {

/// Copies the starting file to the answer, unless there is one.
/// @returns Whether it did.
bool start_answer(const exercise& of);

/// Keeps the answer aside under a name with a number, and begins anew.
/// @returns The name it is kept under; nothing if there was no answer.
std::optional<std::filesystem::path> reset_answer(const exercise& of);

/// Has answers/compile_commands.json name each answer with the flags of its
/// check, so that clangd knows them.
/// @returns False if it cannot: the build has none, or the folder cannot be
///   written. Answers can be checked all the same.
bool describe_answers(const house& home);

}  // namespace command_line
