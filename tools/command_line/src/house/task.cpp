// SPDX-License-Identifier: MIT
#include "house/task.hpp"

#include <map>
#include <sstream>

#include "answers/files.hpp"

namespace command_line {

task read_task(const exercise& of) {
  std::istringstream text{read_file(of.dir / "task.md")};
  std::map<std::string, std::string> head;
  std::string each;
  if (std::getline(text, each) && each == "---") {
    while (std::getline(text, each) && each != "---") {
      const std::size_t colon = each.find(": ");
      if (colon == std::string::npos) continue;
      head[each.substr(0, colon)] = each.substr(colon + 2);
    }
  } else {
    text.clear();
    text.seekg(0);
  }
  std::ostringstream body;
  if (text.peek() != std::istringstream::traits_type::eof()) {
    body << text.rdbuf();
  }
  const std::string title = head["title"].empty() ? of.name : head["title"];
  return {title, head["difficulty"], head["minutes"], head["goal"], body.str()};
}

std::vector<std::string> read_hints(const exercise& of) {
  std::vector<std::string> hints;
  std::istringstream text{read_file(of.dir / "hints.md")};
  for (std::string each; std::getline(text, each);) {
    if (each.starts_with("## Hint ")) {
      hints.emplace_back();
    } else if (!hints.empty()) {
      hints.back() += each + '\n';
    }
  }
  return hints;
}

}  // namespace command_line
