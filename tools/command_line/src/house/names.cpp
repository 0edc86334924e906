// SPDX-License-Identifier: MIT
#include "house/names.hpp"

#include <algorithm>
#include <functional>
#include <utility>

#include "complaint.hpp"

namespace command_line {
namespace {

using indices = std::vector<std::size_t>;
using predicate = std::function<bool(std::string_view)>;

indices those(const std::vector<std::string>& names, const predicate& fits) {
  indices found;
  for (std::size_t k = 0; k < names.size(); ++k) {
    if (fits(names[k])) found.push_back(k);
  }
  return found;
}

std::string_view last_part(std::string_view name) {
  return name.substr(name.rfind('/') + 1);
}

// "sem/wake" begins each part of "semaphore/wake_enough".
bool begins_each_part(std::string_view name, std::string_view word) {
  const std::size_t slash = word.find('/');
  const std::size_t cut = name.find('/');
  if (slash == std::string_view::npos || cut == std::string_view::npos) {
    return false;
  }
  return name.starts_with(word.substr(0, slash)) &&
         name.substr(cut + 1).starts_with(word.substr(slash + 1));
}

bool a_word_begins(std::string_view name, std::string_view word) {
  name = last_part(name);
  for (std::size_t at = 0; at != std::string_view::npos;
       at = name.find('_', at)) {
    at += at == 0 ? 0 : 1;
    if (name.substr(at).starts_with(word)) return true;
  }
  return false;
}

std::string list(const std::vector<std::string>& names, const indices& some) {
  std::string text;
  for (std::size_t k = 0; k < some.size(); ++k) {
    if (k > 0) text += k + 1 == some.size() ? " or " : ", ";
    text += names[some[k]];
  }
  return text;
}

// To the name, to what follows its slash, or to the nearest of its words.
std::size_t distance_to(std::string_view name, std::string_view word) {
  std::size_t least = distance(name, word);
  std::string_view rest = last_part(name);
  least = std::min(least, distance(rest, word));
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('_'), rest.size());
    least = std::min(least, distance(rest.substr(0, end), word));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return least;
}

}  // namespace

std::size_t distance(std::string_view one, std::string_view other) {
  std::vector<std::vector<std::size_t>> d(
      one.size() + 1, std::vector<std::size_t>(other.size() + 1));
  for (std::size_t i = 0; i <= one.size(); ++i) d[i][0] = i;
  for (std::size_t j = 0; j <= other.size(); ++j) d[0][j] = j;
  for (std::size_t i = 1; i <= one.size(); ++i) {
    for (std::size_t j = 1; j <= other.size(); ++j) {
      const std::size_t change = one[i - 1] == other[j - 1] ? 0 : 1;
      d[i][j] = std::min(
          {d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + change});
      if (i > 1 && j > 1 && one[i - 1] == other[j - 2] &&
          one[i - 2] == other[j - 1]) {
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
      }
    }
  }
  return d[one.size()][other.size()];
}

std::size_t find_name(const std::vector<std::string>& names,
                      std::string_view word, std::string_view kind) {
  const std::vector<predicate> ways = {
      [&](std::string_view name) { return name == word; },
      [&](std::string_view name) { return last_part(name) == word; },
      [&](std::string_view name) { return name.starts_with(word); },
      [&](std::string_view name) { return last_part(name).starts_with(word); },
      [&](std::string_view name) { return begins_each_part(name, word); },
      [&](std::string_view name) { return a_word_begins(name, word); }};
  for (const predicate& way : ways) {
    const indices found = word.empty() ? indices{} : those(names, way);
    if (found.size() == 1) return found.front();
    if (found.size() > 1) {
      throw complaint{"'" + std::string{word} + "' could be " +
                      list(names, found) + "."};
    }
  }
  std::string text =
      "There is no " + std::string{kind} + " '" + std::string{word} + "'.";
  const auto nearest =
      std::ranges::min_element(names, {}, [&](const std::string& name) {
        return std::pair{distance_to(name, word),
                         distance(last_part(name), word)};
      });
  if (nearest != names.end() && distance_to(*nearest, word) <=
                                    std::max<std::size_t>(2, word.size() / 2)) {
    text += " Did you mean " + *nearest + "?";
  }
  throw complaint{text};
}

}  // namespace command_line
