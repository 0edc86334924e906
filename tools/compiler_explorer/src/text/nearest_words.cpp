// SPDX-License-Identifier: MIT
#include "text/nearest_words.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

namespace compiler_explorer::text {

std::string lower(std::string_view text) {
  std::string result{text};
  std::transform(result.begin(), result.end(), result.begin(), [](char each) {
    return static_cast<char>(std::tolower(static_cast<unsigned char>(each)));
  });
  return result;
}

std::size_t distance(std::string_view left, std::string_view right) {
  // Rows of the usual table: of the letters of `left` so far, for every
  // beginning of `right`; [0] is the newest.
  using row = std::vector<std::size_t>;
  std::array<row, 3> rows;
  rows.fill(row(right.size() + 1));
  for (std::size_t column = 0; column <= right.size(); ++column) {
    rows[0][column] = column;
  }
  for (std::size_t line = 1; line <= left.size(); ++line) {
    std::rotate(rows.begin(), rows.end() - 1, rows.end());
    rows[0][0] = line;
    for (std::size_t column = 1; column <= right.size(); ++column) {
      const bool same = left[line - 1] == right[column - 1];
      std::size_t least =
          std::min({rows[1][column] + 1, rows[0][column - 1] + 1,
                    rows[1][column - 1] + (same ? 0 : 1)});
      if (line > 1 && column > 1 && left[line - 1] == right[column - 2] &&
          left[line - 2] == right[column - 1]) {
        least = std::min(least, rows[2][column - 2] + 1);
      }
      rows[0][column] = least;
    }
  }
  return rows[0][right.size()];
}

std::vector<std::string> nearest_words(std::string_view word,
                                       const std::vector<std::string>& words,
                                       std::size_t most) {
  constexpr std::size_t longest = 100;  // no name is; the table would be large
  const std::string own = lower(word.substr(0, longest));
  std::vector<std::pair<std::size_t, std::string>> ranked;
  for (const std::string& each : words) {
    if (each.size() > longest) continue;
    const std::size_t changes = distance(own, lower(each));
    if (changes * 2 <= std::max(own.size(), each.size())) {
      ranked.emplace_back(changes, each);
    }
  }
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const auto& left, const auto& right) {
                     return left.first < right.first;
                   });
  std::vector<std::string> best;
  for (auto& [changes, name] : ranked) {
    // What is much farther than the nearest was not meant.
    if (best.size() == most || changes > ranked.front().first + 1) break;
    if (std::find(best.begin(), best.end(), name) == best.end()) {
      best.push_back(std::move(name));
    }
  }
  return best;
}

std::string did_you_mean(const std::vector<std::string>& words) {
  std::string sentence;
  for (std::size_t index = 0; index < words.size(); ++index) {
    if (index > 0) sentence += index + 1 == words.size() ? " or " : ", ";
    sentence += '\'' + words[index] + '\'';
  }
  return sentence.empty() ? sentence : " Did you mean " + sentence + '?';
}

}  // namespace compiler_explorer::text
