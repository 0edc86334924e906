// SPDX-License-Identifier: MIT
#include "terminal/markdown.hpp"

#include <cctype>
#include <string>

namespace command_line {
namespace {

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r") + 1 - begin);
}

// How long the marker of a list's item is, with its blank; 0 if it is none.
std::size_t item_marker(std::string_view text) {
  if (text.starts_with("- ") || text.starts_with("* ")) return 2;
  std::size_t digits = 0;
  while (digits < text.size() &&
         std::isdigit(static_cast<unsigned char>(text[digits])) != 0) {
    ++digits;
  }
  return digits > 0 && text.substr(digits).starts_with(". ") ? digits + 2 : 0;
}

// Takes a text line by line and puts finished paragraphs on the page.
class reader {
 public:
  explicit reader(std::size_t width) : width_{width} {}

  void read(std::string_view raw) {
    const std::string_view text = trimmed(raw);
    if (text.starts_with("```")) {
      end_paragraph();
      code_ = !code_;
      gap();
    } else if (code_) {
      page_.push_back({{"    " + std::string{raw}, look::code}});
    } else if (text.empty() || text.starts_with(":::")) {
      end_paragraph();
      gap();
    } else if (text.starts_with("#")) {
      end_paragraph();
      gap();
      page_.push_back(
          {{std::string{trimmed(text.substr(text.find_first_not_of('#')))},
            look::heading}});
      gap();
    } else if (text.starts_with("|")) {
      end_paragraph();
      append(page_, wrap(inline_markdown(text), width_, 2));
    } else {
      if (const std::size_t marker = item_marker(text); marker > 0) {
        end_paragraph();
        marker_ = marker;
      }
      if (!paragraph_.empty()) paragraph_ += ' ';
      paragraph_ += text;
    }
  }

  page finish() {
    end_paragraph();
    while (!page_.empty() && page_.back().empty()) page_.pop_back();
    return std::move(page_);
  }

 private:
  void gap() {
    if (!page_.empty() && !page_.back().empty()) page_.emplace_back();
  }

  void end_paragraph() {
    if (!paragraph_.empty()) {
      append(page_, wrap(inline_markdown(paragraph_), width_, marker_));
    }
    paragraph_.clear();
    marker_ = 0;
  }

  std::size_t width_;
  page page_;
  std::string paragraph_;
  std::size_t marker_ = 0;
  bool code_ = false;
};

}  // namespace

page markdown(std::string_view text, std::size_t width) {
  reader reader{width};
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    reader.read(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return reader.finish();
}

}  // namespace command_line
