// SPDX-License-Identifier: MIT
#include "watch/full_view.hpp"

#include <algorithm>
#include <optional>

#include "terminal/keys.hpp"
#include "terminal/width.hpp"

namespace command_line {
namespace {

constexpr std::size_t widest_text = 100;

line rule(std::size_t width) { return {{std::string(width, '-'), look::dim}}; }

// The lower rule says what happens, and whether there is more below.
line rule(std::size_t width, const session& of, bool more) {
  line text{{"-- ", look::dim},
            {of.status(), of.checking() ? look::notice : look::plain},
            {" ", look::dim}};
  const std::string_view hint = more ? " space: more --" : "";
  const std::size_t used = columns(plain(text)) + hint.size();
  if (used < width) text.push_back({std::string(width - used, '-'), look::dim});
  text.push_back({std::string{hint}, look::notice});
  return clip(text, width);
}

line keys(const session& of) {
  line text;
  const auto add = [&text](std::string_view key, std::string_view does) {
    text.push_back({std::string{key}, look::bold});
    text.push_back({std::string{" "}.append(does).append("  "), look::dim});
  };
  if (of.in_list()) {
    add("j k", "choose");
    add("Enter", "go there");
    add("l", "back");
    add("q", "quit");
    return text;
  }
  constexpr std::string_view words[] = {"hint", "next",     "list", "reset",
                                        "task", "solution", "quit"};
  for (const std::string_view each : words) add(each.substr(0, 1), each);
  return text;
}

}  // namespace

void full_view::show(session& of) {
  const size all = screen::dimensions();
  const std::size_t width = std::min(all.columns, widest_text);
  page lines = of.title(all.columns);
  // A title of two lines, where there is room for it.
  constexpr std::size_t roomy = 10;
  lines.resize(std::min<std::size_t>(lines.size(), all.rows < roomy ? 1 : 2));
  for (line& each : lines) each = clip(each, all.columns);
  lines.push_back(rule(all.columns));
  std::optional<std::size_t> focus;
  const page content = of.content(width, focus);
  const std::size_t others = lines.size() + 2;
  rows_ = all.rows > others ? all.rows - others : 1;
  top_ = std::min(top_, content.size() > rows_ ? content.size() - rows_ : 0);
  if (focus) {
    top_ = std::clamp(top_, *focus - std::min(*focus, rows_ - 1), *focus);
  }
  for (std::size_t k = 0; k < rows_; ++k) {
    const bool there = top_ + k < content.size();
    lines.push_back(there ? clip(content[top_ + k], all.columns) : line{});
  }
  lines.push_back(rule(all.columns, of, top_ + rows_ < content.size()));
  lines.push_back(clip(keys(of), all.columns));
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
