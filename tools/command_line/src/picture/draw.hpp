// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <filesystem>

#include "picture/execution.hpp"
#include "terminal/page.hpp"

namespace command_line {

/// The execution for a terminal of this width: threads as columns, a row for
/// each operation, each load with the step it reads from; one below the other
/// where columns would be too narrow.
///
/// @param answer Places in this file are shown as lines of the answer.
[[nodiscard]] page draw(const execution& what,
                        const std::filesystem::path& answer, std::size_t width);

/// What one step does, in words: "load count: 0 (relaxed), from 3".
[[nodiscard]] line describe(const step& what);

/// Where it stands: "line 15" of the answer, or "file.hpp:15".
[[nodiscard]] std::string where(const step& what,
                                const std::filesystem::path& answer);

}  // namespace command_line
