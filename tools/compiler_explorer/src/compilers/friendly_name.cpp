// SPDX-License-Identifier: MIT
#include "compilers/friendly_name.hpp"

#include <cstddef>

#include "compilers/traits.hpp"
#include "text/nearest_words.hpp"

namespace compiler_explorer {
namespace {

constexpr std::string_view separators = "- _";

// Takes the architecture off the beginning, the longest that fits: "x86-64"
// holds a separator.
std::string take_architecture(std::string_view& name) {
  for (std::size_t end = name.find_last_of(separators);
       end != std::string_view::npos && end > 0;
       end = name.find_last_of(separators, end - 1)) {
    std::string found = architecture_called(name.substr(0, end));
    if (!found.empty()) {
      name.remove_prefix(end + 1);
      return found;
    }
  }
  return {};
}

}  // namespace

std::optional<friendly_name> read_friendly_name(std::string_view name) {
  const std::string small = text::lower(name);
  std::string_view left = small;
  friendly_name result;
  result.architecture = take_architecture(left);
  const auto family_end = left.find_first_of("0123456789- _");
  result.family = family_called(left.substr(0, family_end));
  if (result.family.empty()) return std::nullopt;
  left.remove_prefix(family_end == std::string_view::npos ? left.size()
                                                          : family_end);
  if (!left.empty() &&
      separators.find(left.front()) != std::string_view::npos) {
    left.remove_prefix(1);
    if (left.empty()) return std::nullopt;
  }
  if (left.empty() || left == "latest" || left == "newest") return result;
  result.trunk = left == "trunk" || left == "snapshot" || left == "nightly";
  if (result.trunk) return result;
  result.number = read_version(left);
  const bool whole = result.number.rest.empty() || result.number.rest == "x" ||
                     result.number.rest == ".x";
  if (result.number.numbers.empty() || !whole) return std::nullopt;
  return result;
}

}  // namespace compiler_explorer
