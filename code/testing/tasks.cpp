// SPDX-License-Identifier: MIT
#include "testing/tasks.hpp"

#include <charconv>
#include <filesystem>
#include <fstream>
#include <string>
#include <system_error>

namespace testing_support {

task look_at(pid_t id) {
  std::ifstream file{"/proc/self/task/" + std::to_string(id) + "/stat"};
  std::string text;
  std::getline(file, text);  // nothing, if the thread is gone
  // The state follows the name, which stands in parentheses and may hold any.
  const auto name_end = text.rfind(')');
  const bool there =
      name_end != std::string::npos && name_end + 2 < text.size();
  return {id, there ? text[name_end + 2] : '\0'};
}

std::vector<task> look_at_all() {
  std::vector<task> tasks;
  std::error_code gone;
  for (const auto& entry :
       std::filesystem::directory_iterator{"/proc/self/task", gone}) {
    const std::string name = entry.path().filename();
    pid_t id = 0;
    std::from_chars(name.data(), name.data() + name.size(), id);
    tasks.push_back(look_at(id));
  }
  return tasks;
}

}  // namespace testing_support
