// SPDX-License-Identifier: MIT
#pragma once

#include "process/child.hpp"

namespace command_line {

struct launched {
  pid_t pid = -1;
  descriptor out;  ///< Both streams of the program; does not block.
};

/// Forks and executes. Throws a complaint if either cannot be done.
launched launch(const child::start& what);

}  // namespace command_line
