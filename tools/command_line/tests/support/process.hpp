// SPDX-License-Identifier: MIT
#pragma once

#include <sys/types.h>

#include <filesystem>

namespace command_line_tests {

/// Whether the process ends, or has ended; one that nobody has reaped has.
[[nodiscard]] bool dies(pid_t process);

/// Whether the file is there, or comes.
[[nodiscard]] bool appears(const std::filesystem::path& file);

}  // namespace command_line_tests
