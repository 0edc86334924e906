// SPDX-License-Identifier: MIT
#include "terminal/keys.hpp"

#include <array>
#include <cstddef>

namespace command_line {
namespace {

struct named {
  std::string_view bytes;
  int key;
};

constexpr std::array names = {
    named{"[A", up},   named{"OA", up},       named{"[B", down},
    named{"OB", down}, named{"[5~", page_up}, named{"[6~", page_down},
    named{"[H", home}, named{"OH", home},     named{"[1~", home},
    named{"[F", end},  named{"OF", end},      named{"[4~", end}};

// What follows ESC: a sequence ends with the first byte from @ to ~ after its
// introducer.
std::size_t length(std::string_view rest) {
  if (rest.empty() || (rest[0] != '[' && rest[0] != 'O')) return 0;
  for (std::size_t k = 1; k < rest.size(); ++k) {
    if (rest[k] >= '@' && rest[k] <= '~') return k + 1;
  }
  return rest.size();
}

}  // namespace

std::vector<int> read_keys(std::string_view bytes) {
  std::vector<int> keys;
  while (!bytes.empty()) {
    const auto first = static_cast<unsigned char>(bytes.front());
    bytes.remove_prefix(1);
    if (first != 0x1B) {
      const bool line_ends = first == '\r' || first == '\n';
      if (first < 0x80) keys.push_back(line_ends ? int{enter} : first);
      continue;
    }
    const std::size_t count = length(bytes);
    if (count == 0) keys.push_back(escape);
    for (const named& each : names) {
      if (bytes.substr(0, count) == each.bytes) keys.push_back(each.key);
    }
    bytes.remove_prefix(count);
  }
  return keys;
}

}  // namespace command_line
