// SPDX-License-Identifier: MIT
#include "report/show_list.hpp"

#include <algorithm>
#include <filesystem>

#include "house/task.hpp"
#include "terminal/width.hpp"

namespace command_line {
namespace {

// A title that does not fit goes on below itself.
page row(const exercise& of, const progress& how, std::size_t name_width,
         bool chosen, std::size_t width) {
  const standing& is = how.of(of.id());
  const bool begun = is.started || std::filesystem::exists(of.answer);
  line text{{chosen ? "> " : "  ", look::bold}};
  if (is.passed) {
    text.push_back({"done  ", look::good});
  } else {
    text.push_back({begun ? "begun " : "      ", look::notice});
  }
  const bool bold = chosen || of.id() == how.current();
  text.push_back(
      {padded(of.name, name_width + 2), bold ? look::bold : look::plain});
  const task what = read_task(of);
  text.push_back({padded(what.difficulty, 8), look::dim});
  text.push_back({padded(what.minutes + " min", 8), look::dim});
  constexpr std::size_t least = 12;
  const std::size_t lead = columns(plain(text));
  const bool beside = lead + least <= width;
  const std::size_t from = beside ? lead : 8;
  page lines;
  if (!beside) lines.push_back(clip(text, width));
  for (const line& each :
       wrap({{what.title}}, width - std::min(from, width - 1))) {
    line& next = lines.emplace_back();
    if (lines.size() == 1) {
      next = text;
    } else {
      next.push_back({std::string(from, ' ')});
    }
    next.insert(next.end(), each.begin(), each.end());
  }
  return lines;
}

}  // namespace

page show_list(const house& home, const progress& how, std::size_t width,
               const exercise* chosen, std::size_t* at) {
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
      if (&one == chosen && at != nullptr) *at = text.size();
      append(text, row(one, how, name_width, &one == chosen, width));
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
