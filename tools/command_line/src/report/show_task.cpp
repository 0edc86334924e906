// SPDX-License-Identifier: MIT
#include "report/show_task.hpp"

#include <algorithm>
#include <sstream>

#include "answers/files.hpp"
#include "house/task.hpp"
#include "terminal/markdown.hpp"

namespace command_line {

page show_title(const exercise& of, const standing& how, std::size_t width) {
  const task what = read_task(of);
  line facts{{"  " + of.id(), look::dim}};
  if (!what.difficulty.empty()) {
    facts.push_back({", " + what.difficulty, look::dim});
  }
  if (!what.minutes.empty()) {
    facts.push_back({", " + what.minutes + " minutes", look::dim});
  }
  if (how.passed) facts.push_back({", passed", look::good});
  line title{{what.title, look::bold}};
  title.insert(title.end(), facts.begin(), facts.end());
  return wrap(title, width, 2);
}

page show_task(const exercise& of, std::size_t width) {
  return markdown(read_task(of).text, width);
}

page show_hints(const exercise& of, unsigned count, std::size_t width) {
  const std::vector<std::string> hints = read_hints(of);
  page text;
  for (std::size_t k = 0; k < hints.size() && k < count; ++k) {
    if (k > 0) text.emplace_back();
    text.push_back({{"Hint " + std::to_string(k + 1), look::heading},
                    {" of " + std::to_string(hints.size()), look::dim}});
    append(text, markdown(hints[k], width));
  }
  return text;
}

page show_solution(const exercise& of, std::size_t width) {
  page text;
  std::istringstream code{read_file(of.solution)};
  for (std::string each; std::getline(code, each);) {
    if (each.starts_with("// SPDX")) continue;
    text.push_back(clip({{each, look::code}}, width));
  }
  text.emplace_back();
  append(text, markdown(read_file_or(of.solution.parent_path() / "why.md", ""),
                        width));
  return text;
}

const exercise* next_exercise(const house& home, const progress& how,
                              const std::string& after) {
  const auto at = std::ranges::find(home.exercises, after, &exercise::id);
  const auto open = [&](const exercise& each) {
    return !how.of(each.id()).passed && each.id() != after;
  };
  auto found = home.exercises.begin();
  if (at != home.exercises.end()) {
    found = std::find_if(at, home.exercises.end(), open);
    if (found != home.exercises.end()) return &*found;
  }
  found = std::ranges::find_if(home.exercises, open);
  return found == home.exercises.end() ? nullptr : &*found;
}

}  // namespace command_line
