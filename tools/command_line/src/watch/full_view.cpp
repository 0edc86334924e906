// SPDX-License-Identifier: MIT
#include "watch/full_view.hpp"

#include <algorithm>

#include "terminal/keys.hpp"
#include "terminal/width.hpp"

namespace command_line {
namespace {

constexpr std::size_t widest_text = 100;

line rule(std::size_t width) { return {{std::string(width, '-'), look::dim}}; }

}  // namespace

line full_view::footer(const session& of, std::size_t width, bool more) {
  line text;
  constexpr std::string_view keys[] = {"hint", "next",     "list", "reset",
                                       "task", "solution", "quit"};
  for (const std::string_view each : keys) {
    text.push_back({std::string{each.substr(0, 1)}, look::bold});
    text.push_back({" " + std::string{each} + "  ", look::dim});
  }
  if (more) text.push_back({"space more  ", look::notice});
  const std::string status = of.status();
  const std::size_t used = columns(plain(text));
  if (used + columns(status) < width) {
    text.push_back({std::string(width - used - columns(status), ' ')});
  }
  text.push_back({status, of.checking() ? look::notice : look::dim});
  return clip(text, width);
}

void full_view::show(session& of) {
  const size all = screen::dimensions();
  const std::size_t width = std::min(all.columns, widest_text);
  page lines{clip(of.title(10000).front(), all.columns), rule(all.columns)};
  const page content = of.content(width);
  rows_ = all.rows > 4 ? all.rows - 4 : 1;
  top_ = std::min(top_, content.size() > rows_ ? content.size() - rows_ : 0);
  for (std::size_t k = 0; k < rows_; ++k) {
    const bool there = top_ + k < content.size();
    lines.push_back(there ? clip(content[top_ + k], all.columns) : line{});
  }
  lines.push_back(rule(all.columns));
  lines.push_back(footer(of, all.columns, top_ + rows_ < content.size()));
  if (lines.size() > all.rows) lines.resize(all.rows);
  screen_.draw(lines);
}

void full_view::press(int key) {
  const std::size_t most = rows_ > 1 ? rows_ - 1 : 1;
  const auto back = [this](std::size_t count) {
    top_ -= std::min(top_, count);
  };
  // `show` knows where the end is.
  constexpr std::size_t far = 100'000;
  if (key == up || key == 'k') back(1);
  if (key == down || key == 'j') ++top_;
  if (key == page_up || key == 'b') back(most);
  if (key == page_down || key == ' ') top_ += most;
  if (key == home || key == 'g') top_ = 0;
  if (key == end || key == 'G') top_ = far;
}

}  // namespace command_line
