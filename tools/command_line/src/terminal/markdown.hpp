// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>

#include "terminal/page.hpp"

namespace command_line {

/// Markdown as the chapters and exercises use it, for a terminal of this width:
/// headings, paragraphs, lists, code, emphasis, links and roles.
[[nodiscard]] page markdown(std::string_view text, std::size_t width);

/// The inside of one paragraph.
[[nodiscard]] line inline_markdown(std::string_view text);

}  // namespace command_line
