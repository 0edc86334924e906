// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "house/house.hpp"

namespace command_line {

/// What an exercise's task.md says.
struct task {
  std::string title;
  std::string difficulty;
  std::string minutes;
  std::string goal;
  std::string text;  ///< Markdown.
};

/// Reads task.md. What its head lacks is empty; the title is then the name.
[[nodiscard]] task read_task(const exercise& of);

/// The hints in hints.md, in Markdown, one after the other.
[[nodiscard]] std::vector<std::string> read_hints(const exercise& of);

}  // namespace command_line
