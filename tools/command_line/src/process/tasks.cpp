// SPDX-License-Identifier: MIT
#include "process/tasks.hpp"

#include <filesystem>
#include <map>

#include "answers/files.hpp"

namespace command_line {
namespace {

namespace fs = std::filesystem;

// The state stands behind the name, which may hold anything but ends with the
// last parenthesis.
char state_of(const fs::path& task) {
  const std::string text = read_file_or(task / "stat", "");
  const std::size_t end = text.rfind(')');
  return end == std::string::npos || end + 2 >= text.size() ? '\0'
                                                            : text[end + 2];
}

std::string call_of(const fs::path& task) {
  const std::string text = read_file_or(task / "wchan", "");
  if (text.find("futex") != std::string::npos) return "in futex";
  if (text.find("nanosleep") != std::string::npos) return "in a timed sleep";
  return "in the kernel";
}

std::string threads(std::size_t count) {
  return std::to_string(count) + (count == 1 ? " thread" : " threads");
}

}  // namespace

std::string what_threads_do(pid_t process) {
  std::size_t computing = 0;
  std::map<std::string, std::size_t> asleep;
  std::error_code error;
  const fs::path tasks = "/proc/" + std::to_string(process) + "/task";
  for (const auto& each : fs::directory_iterator{tasks, error}) {
    const char state = state_of(each.path());
    if (state == 'R') ++computing;
    if (state == 'S' || state == 'D') ++asleep[call_of(each.path())];
  }
  // Of those that sleep beside one that computes, most wait for it.
  if (computing > 0) {
    return threads(computing) + (computing == 1 ? " computes" : " compute");
  }
  std::string text;
  for (const auto& [where, count] : asleep) {
    if (!text.empty()) text += ", ";
    text += threads(count) + (count == 1 ? " sleeps " : " sleep ") + where;
  }
  return text;
}

}  // namespace command_line
