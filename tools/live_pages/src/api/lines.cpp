// SPDX-License-Identifier: MIT
#include "api/lines.hpp"

#include <array>
#include <charconv>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>

namespace live_pages {
namespace {

using nlohmann::json;

constexpr std::string_view file_name = "example.cpp";

template <class Each>
void each_line(std::string_view text, Each each) {
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    std::string_view one = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (one.ends_with('\r')) one.remove_suffix(1);
    each(one);
  }
}

bool take_number(std::string_view& rest, int& number) {
  const char* const first = std::to_address(rest.begin());
  const char* const last = std::to_address(rest.end());
  const auto [end, fault] = std::from_chars(first, last, number);
  if (fault != std::errc{} || end == last || *end != ':') return false;
  rest.remove_prefix(static_cast<std::size_t>(end - first) + 1);
  return true;
}

// 1 for a note, 2 for a warning, 3 for an error; 0: it is none of them.
int take_severity(std::string_view& rest) {
  constexpr std::array<std::pair<std::string_view, int>, 4> kinds{
      {{" fatal error: ", 3},
       {" error: ", 3},
       {" warning: ", 2},
       {" note: ", 1}}};
  for (const auto& [word, severity] : kinds) {
    if (!rest.starts_with(word)) continue;
    rest.remove_prefix(word.size());
    return severity;
  }
  return 0;
}

// example.cpp:12:5: error: what
json tag_of(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos) return nullptr;
  int line = 0;
  int column = 0;
  std::string_view rest = text.substr(colon + 1);
  if (!take_number(rest, line)) return nullptr;
  take_number(rest, column);
  const int severity = take_severity(rest);
  if (severity == 0) return nullptr;
  return {{"file", std::string{text.substr(0, colon)}},
          {"line", line},
          {"column", column},
          {"severity", severity},
          {"text", std::string{rest}}};
}

}  // namespace

json to_lines(std::string_view text) {
  json lines = json::array();
  each_line(text, [&](std::string_view one) {
    lines.push_back({{"text", std::string{one}}});
  });
  return lines;
}

json to_diagnostics(std::string_view text) {
  json lines = json::array();
  each_line(text, [&](std::string_view one) {
    json line{{"text", std::string{one}}};
    if (json tag = tag_of(one); !tag.is_null()) line["tag"] = std::move(tag);
    if (one.starts_with(file_name)) {
      line["text"] = "<source>" + std::string{one.substr(file_name.size())};
    }
    lines.push_back(std::move(line));
  });
  return lines;
}

}  // namespace live_pages
