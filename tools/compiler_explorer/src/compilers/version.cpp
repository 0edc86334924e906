// SPDX-License-Identifier: MIT
#include "compilers/version.hpp"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <system_error>

#include "compiler_explorer/resolve.hpp"

namespace compiler_explorer {

version read_version(std::string_view text) {
  version result;
  const char* const end = text.data() + text.size();
  const char* at = text.data();
  if (at != end && (*at == 'v' || *at == 'V')) ++at;
  while (at != end) {
    unsigned number = 0;
    const auto [stop, fault] = std::from_chars(at, end, number);
    if (fault != std::errc{}) break;
    result.numbers.push_back(number);
    at = stop;
    if (at == end || *at != '.') break;
    ++at;
  }
  result.rest.assign(at, end);
  const auto first = result.rest.find_first_not_of(' ');
  result.rest.erase(0, std::min(first, result.rest.size()));
  return result;
}

bool begins_with(const version& whole, const version& asked) {
  return asked.numbers.size() <= whole.numbers.size() &&
         std::equal(asked.numbers.begin(), asked.numbers.end(),
                    whole.numbers.begin());
}

std::weak_ordering compare(version left, version right) {
  // A text without numbers comes before all others, be they zeros.
  if (left.numbers.empty() != right.numbers.empty()) {
    return left.numbers.empty() ? std::weak_ordering::less
                                : std::weak_ordering::greater;
  }
  const std::size_t size = std::max(left.numbers.size(), right.numbers.size());
  left.numbers.resize(size);
  right.numbers.resize(size);
  if (const auto order = left.numbers <=> right.numbers; order != 0) {
    return order;
  }
  // A plain version comes after the "-rc1" that led to it.
  return left.rest.empty() <=> right.rest.empty();
}

std::weak_ordering compare_versions(std::string_view left,
                                    std::string_view right) {
  return compare(read_version(left), read_version(right));
}

}  // namespace compiler_explorer
