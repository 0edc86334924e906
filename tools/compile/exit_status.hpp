// SPDX-License-Identifier: MIT
#pragma once

#include "compiler_explorer/error.hpp"

namespace compile_command {

/// What the command ends with; of several compilers, for the worst of them.
enum exit_status : int {
  success = 0,
  did_not_compile = 1,
  wrong_use = 2,  ///< Also: no such file, compiler or library.
  program_failed = 3,
  out_of_time = 4,
  no_answer = 5,  ///< The server cannot be reached or fails.
  rate_limited = 6,
  not_in_cache = 7,
};

[[nodiscard]] exit_status status_of(compiler_explorer::error_kind kind);

}  // namespace compile_command
