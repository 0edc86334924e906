// SPDX-License-Identifier: MIT
#include "terminal/page.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "terminal/width.hpp"

namespace command_line {
namespace {

// Of the eight colours that every terminal has and its owner has chosen.
std::string_view escape(look as) {
  switch (as) {
    case look::plain:
      return "";
    case look::bold:
      return "\x1b[1m";
    case look::dim:
      return "\x1b[2m";
    case look::code:
      return "\x1b[36m";
    case look::good:
      return "\x1b[1;32m";
    case look::bad:
      return "\x1b[1;31m";
    case look::notice:
      return "\x1b[33m";
    case look::heading:
      return "\x1b[1;4m";
  }
  return "";
}

bool is_control(char each) {
  return static_cast<unsigned char>(each) < 0x20 || each == 0x7F;
}

std::string printable(std::string text) {
  // C1 controls are two bytes in UTF-8, C2 80 to C2 9F.
  for (std::size_t at = 0; (at = text.find('\xC2', at)) != std::string::npos;) {
    const bool control = at + 1 < text.size() &&
                         static_cast<unsigned char>(text[at + 1]) >= 0x80 &&
                         static_cast<unsigned char>(text[at + 1]) < 0xA0;
    control ? void(text.erase(at, 2)) : void(++at);
  }
  std::erase_if(text, is_control);
  return text;
}

// The line as words: a word may have several looks. Blanks are dropped but for
// those at the beginning.
struct word {
  line parts;
  std::size_t width = 0;
};

void add(line& to, std::string_view text, look as) {
  if (text.empty()) return;
  if (!to.empty() && to.back().as == as) {
    to.back().text += text;
  } else {
    to.push_back({std::string{text}, as});
  }
}

std::vector<word> words_of(const line& text) {
  std::vector<word> words;
  bool inside = false;
  for (const span& each : text) {
    std::string_view rest = each.text;
    while (!rest.empty()) {
      const std::size_t blanks =
          std::min(rest.find_first_not_of(' '), rest.size());
      if (blanks > 0) inside = false;
      rest.remove_prefix(blanks);
      if (rest.empty()) break;
      if (!inside) words.emplace_back();
      inside = true;
      const std::string_view piece = rest.substr(0, rest.find(' '));
      add(words.back().parts, piece, each.as);
      words.back().width += columns(piece);
      rest.remove_prefix(piece.size());
    }
  }
  return words;
}

}  // namespace

std::string plain(const line& text) {
  std::string all;
  for (const span& each : text) all += printable(each.text);
  return all;
}

std::string render(const line& text, bool colour) {
  if (!colour) return plain(text);
  std::string all;
  for (const span& each : text) {
    const std::string_view begin = escape(each.as);
    all += begin;
    all += printable(each.text);
    if (!begin.empty()) all += "\x1b[0m";
  }
  return all;
}

line clip(const line& text, std::size_t width) {
  line cut;
  for (const span& each : text) {
    const std::size_t bytes = bytes_within(each.text, width);
    add(cut, std::string_view{each.text}.substr(0, bytes), each.as);
    width -= columns(std::string_view{each.text}.substr(0, bytes));
    if (bytes < each.text.size()) break;
  }
  return cut;
}

page wrap(const line& text, std::size_t width, std::size_t indent) {
  if (columns(plain(text)) <= width) return {text};
  const std::string all = plain(text);
  const std::size_t lead = std::min(all.find_first_not_of(' '), all.size());
  page lines{line{{std::string(lead, ' ')}}};
  std::size_t used = lead;
  bool fresh = true;
  for (const word& each : words_of(text)) {
    if (!fresh && used + 1 + each.width > width) {
      lines.push_back(line{{std::string(indent, ' ')}});
      used = indent;
      fresh = true;
    }
    if (!fresh) {
      const look before = lines.back().back().as;
      const look after = each.parts.front().as;
      add(lines.back(), " ", before == after ? after : look::plain);
    }
    for (const span& part : each.parts) add(lines.back(), part.text, part.as);
    used += each.width + (fresh ? 0 : 1);
    fresh = false;
  }
  for (line& each : lines) each = clip(each, width);
  return lines;
}

void append(page& text, const page& more, std::size_t indent) {
  for (const line& each : more) {
    line& last = text.emplace_back();
    if (indent > 0 && !each.empty()) {
      last.push_back({std::string(indent, ' ')});
    }
    last.insert(last.end(), each.begin(), each.end());
  }
}

}  // namespace command_line
