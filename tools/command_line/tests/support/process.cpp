// SPDX-License-Identifier: MIT
#include "support/process.hpp"

#include <poll.h>

#include <string>

#include "answers/files.hpp"

namespace command_line_tests {

bool dies(pid_t process) {
  // Only ever waited for in full by a test that fails.
  for (int milliseconds = 0; milliseconds < 60'000; ++milliseconds) {
    const std::string text = command_line::read_file_or(
        "/proc/" + std::to_string(process) + "/stat", "");
    const std::size_t end = text.rfind(')');
    if (end == std::string::npos || text.substr(end + 2, 1) == "Z") return true;
    ::poll(nullptr, 0, 1);
  }
  return false;
}

bool appears(const std::filesystem::path& file) {
  // Only ever waited for in full by a test that fails.
  for (int milliseconds = 0; milliseconds < 60'000; ++milliseconds) {
    if (std::filesystem::exists(file)) return true;
    ::poll(nullptr, 0, 1);
  }
  return false;
}

}  // namespace command_line_tests
