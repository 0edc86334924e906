// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>

#include "answers/progress.hpp"
#include "house/house.hpp"

namespace command_line {

struct watch_options {
  std::chrono::seconds limit{30};
  bool plain = false;   ///< Lines, even at a terminal.
  bool notices = true;  ///< False: look at the file instead of being told.
};

/// Shows the task, checks the answer at each save, and shows the verdict, until
/// the reader quits or a signal ends it.
/// @returns The code to exit with.
int watch(const house& home, progress& how, const exercise& first,
          const watch_options& options);

}  // namespace command_line
