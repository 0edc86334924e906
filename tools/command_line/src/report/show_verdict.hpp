// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>

#include "house/house.hpp"
#include "judge/verdict.hpp"
#include "terminal/page.hpp"

namespace command_line {

/// The verdict for a terminal of this width, headline first.
[[nodiscard]] page show_verdict(const house& home, const exercise& of,
                                const verdict& what, std::size_t width);

/// A file's path, from the repository's root if it lies inside.
[[nodiscard]] std::string from_root(const house& home, const std::string& file);

}  // namespace command_line
