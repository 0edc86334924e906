// SPDX-License-Identifier: MIT
#include "report/show_list.hpp"

#include <algorithm>
#include <filesystem>

#include "house/task.hpp"
#include "terminal/width.hpp"

namespace command_line {
namespace {

line row(const exercise& of, const progress& how, std::size_t name_width) {
  const standing& is = how.of(of.id());
  const bool begun = is.started || std::filesystem::exists(of.answer);
  line text;
  if (is.passed) {
    text.push_back({"  done  ", look::good});
  } else {
    text.push_back({begun ? "  begun " : "        ", look::notice});
  }
  text.push_back({padded(of.name, name_width + 2),
                  of.id() == how.current() ? look::bold : look::plain});
  const task what = read_task(of);
  text.push_back({padded(what.difficulty, 8), look::dim});
  text.push_back({padded(what.minutes + " min", 8), look::dim});
  text.push_back({what.title});
  return text;
}

}  // namespace

page show_list(const house& home, const progress& how, std::size_t width) {
  page text;
  std::size_t name_width = 0;
  std::size_t done = 0;
  for (const exercise& each : home.exercises) {
    name_width = std::max(name_width, columns(each.name));
    done += how.of(each.id()).passed ? 1 : 0;
  }
  for (const chapter& each : home.chapters) {
    if (!text.empty()) text.emplace_back();
    text.push_back(
        {{each.title, look::heading}, {"  " + each.name, look::dim}});
    bool any = false;
    for (const exercise& one : home.exercises) {
      if (one.chapter != each.name) continue;
      text.push_back(clip(row(one, how, name_width), width));
      any = true;
    }
    if (!any) text.push_back({{"  no exercises yet", look::dim}});
  }
  text.emplace_back();
  text.push_back({{std::to_string(done) + " of " +
                   std::to_string(home.exercises.size()) + " done"}});
  return text;
}

}  // namespace command_line
