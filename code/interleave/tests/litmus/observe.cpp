// SPDX-License-Identifier: MIT
#include <array>
#include <charconv>
#include <string_view>

#include "interleave/interleave.hpp"
#include "litmus_table.hpp"

namespace corpus {

void observe(std::initializer_list<named_value> values) {
  // A buffer and no string: what is under test is not the heap.
  std::array<char, 512> text{};
  char* at = text.data();
  char* const end = at + text.size();
  for (const named_value& each : values) {
    if (at != text.data()) {
      *at++ = ' ';
    }
    for (const char* name = each.name; *name != '\0'; ++name) {
      *at++ = *name;
    }
    *at++ = '=';
    at = std::to_chars(at, end, each.value).ptr;
  }
  interleave::observe(std::string_view{
      text.data(), static_cast<std::size_t>(at - text.data())});
}

}  // namespace corpus
