// SPDX-License-Identifier: MIT
#pragma once

#include <sys/types.h>

#include <string>

namespace command_line {

/// What the threads of a process do at this moment, as a sentence: how many
/// compute; or, if none does, how many sleep, and in which call.
[[nodiscard]] std::string what_threads_do(pid_t process);

}  // namespace command_line
