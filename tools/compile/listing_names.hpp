// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

#include "compile/options.hpp"

namespace compile_command {

/// The file that is meant: `asked.file` itself, or the listing of that name, as
/// "semaphore/one_word" or, where no other has it, "one_word". A name that
/// could be either is a file if there is one.
///
/// @throws std::invalid_argument if it could be several listings.
[[nodiscard]] std::filesystem::path file_or_listing(const options& asked);

}  // namespace compile_command
