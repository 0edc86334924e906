// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

#include "compile/options.hpp"

namespace compile_command {

/// The file that is meant: `asked.file` itself, or the listing of that name,
/// "semaphore/one_word" or shorter while no other has it. A name that could be
/// either is a file if there is one.
///
/// @throws std::invalid_argument if there is neither, with the nearest listing;
///   or if it could be several listings.
[[nodiscard]] std::filesystem::path file_or_listing(const options& asked);

}  // namespace compile_command
