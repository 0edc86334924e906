// SPDX-License-Identifier: MIT
#include "server/plain_sentence.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>
#include <utility>

#include "compiler_explorer/error.hpp"
#include "text/nearest_words.hpp"
#include "text/one_line.hpp"
#include "wire/json.hpp"

namespace compiler_explorer::server {
namespace {

constexpr std::size_t longest = 300;
// Whatever a page says, it says near its beginning.
constexpr std::size_t looked_at = std::size_t{64} << 10;

std::string without_tags(std::string_view html) {
  std::string text;
  bool within_tag = false;
  for (const char each : html) {
    if (each == '<') {
      within_tag = true;
      text += ' ';
    } else if (each == '>') {
      within_tag = false;
    } else if (!within_tag) {
      text += each;
    }
  }
  return text;
}

std::string with_entities_decoded(std::string text) {
  // & comes last: what it yields is no entity.
  constexpr std::array<std::pair<std::string_view, std::string_view>, 8>
      entities{{{"&lt;", "<"},
                {"&gt;", ">"},
                {"&quot;", "\""},
                {"&#39;", "'"},
                {"&#x27;", "'"},
                {"&apos;", "'"},
                {"&nbsp;", " "},
                {"&amp;", "&"}}};
  for (const auto& [entity, meaning] : entities) {
    for (auto at = text.find(entity); at != std::string::npos;
         at = text.find(entity, at + meaning.size())) {
      text.replace(at, entity.size(), meaning);
    }
  }
  return text;
}

bool continues(const std::string& text, std::size_t index) {
  return index < text.size() &&
         std::isalnum(static_cast<unsigned char>(text[index])) != 0;
}

// What stands in the first element of this name; empty if there is none.
std::string element(std::string_view html, const std::string& lower_html,
                    const std::string& name) {
  auto open = lower_html.find('<' + name);
  // <path> is no <p>.
  while (open != std::string::npos &&
         continues(lower_html, open + 1 + name.size())) {
    open = lower_html.find('<' + name, open + 1);
  }
  if (open == std::string::npos) return {};
  const auto begin = lower_html.find('>', open);
  if (begin == std::string::npos) return {};
  const auto end = lower_html.find("</" + name, begin);
  return without_tags(html.substr(begin + 1, end - begin - 1));
}

std::string sentence_of_page(std::string_view html) {
  const std::string lower_html = text::lower(html);
  for (const char* name : {"p", "title", "h1"}) {
    std::string text = with_entities_decoded(element(html, lower_html, name));
    text = text::one_line(text, longest);
    if (!text.empty()) return text;
  }
  return {};
}

std::string sentence_of_json(std::string_view body) {
  try {
    const wire::json answer = wire::parse(body);
    for (const char* key : {"message", "error"}) {
      std::string text = wire::text_in(answer, key);
      if (!text.empty()) return text;
    }
  } catch (const error&) {
    return {};
  }
  return {};
}

bool is_page(std::string_view body) {
  const std::string text = text::lower(body);
  const auto first = text.find_first_not_of(" \t\r\n\xef\xbb\xbf");
  return (first != std::string::npos && text[first] == '<') ||
         text.find("</") != std::string::npos ||
         text.find("<html") != std::string::npos;
}

}  // namespace

std::string plain_sentence(std::string_view body) {
  body = body.substr(0, looked_at);
  const std::string said = sentence_of_json(body);
  const std::string_view text = said.empty() ? body : std::string_view{said};
  if (is_page(text)) return sentence_of_page(text);
  const auto begin = std::min(text.find_first_not_of(" \t\r\n"), text.size());
  const auto end = text.find('\n', begin);
  return text::one_line(text.substr(begin, end - begin), longest);
}

}  // namespace compiler_explorer::server
