// SPDX-License-Identifier: MIT
#pragma once

#include <sys/types.h>

namespace command_line_tests {

/// Whether the process ends, or has ended; one that nobody has reaped has.
[[nodiscard]] bool dies(pid_t process);

}  // namespace command_line_tests
