// SPDX-License-Identifier: MIT
#include "compile/side_by_side.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <ostream>
#include <vector>

#include "compile/columns.hpp"
#include "compiler_explorer/interleave.hpp"
#include "compiler_explorer/text.hpp"

namespace compile_command {
namespace {

using lines = std::vector<std::string>;

// The instructions of one line, and what stands above them. Compilers that use
// one standard library agree about its lines, though not about where it is.
struct group {
  std::string heading;
  lines instructions;
};

std::vector<group>::iterator find(std::vector<group>& groups,
                                  const std::string& heading) {
  return std::find_if(groups.begin(), groups.end(), [&](const group& each) {
    return each.heading == heading;
  });
}

std::string without_indent(std::string text) {
  std::replace(text.begin(), text.end(), '\t', ' ');
  const auto begin = text.find_first_not_of(' ');
  return begin == std::string::npos ? std::string{} : text.substr(begin);
}

std::vector<group> groups_of(const outcome& own, const std::string& source) {
  std::vector<group> groups;
  const auto& assembly = own.build.assembly;
  for (const auto& block : compiler_explorer::blocks_of(source, assembly)) {
    if (block.line == 0) continue;
    const std::string heading =
        compiler_explorer::printable(compiler_explorer::heading_of(block));
    auto found = find(groups, heading);
    if (found == groups.end()) {
      found = groups.insert(found, {heading, {}});
    }
    for (std::size_t index = 0; index < block.count; ++index) {
      const auto& line = assembly[block.first + index];
      if (!line.place) continue;
      found->instructions.push_back(
          without_indent(compiler_explorer::printable(line.text)));
    }
  }
  return groups;
}

// The headings of both: a line that only the right has comes after the one
// before it there.
lines merged(const std::vector<group>& left, const std::vector<group>& right) {
  lines all;
  all.reserve(left.size() + right.size());
  for (const group& each : left) all.push_back(each.heading);
  auto after = all.begin();
  for (const group& each : right) {
    const auto found = std::find(all.begin(), all.end(), each.heading);
    after =
        std::next(found == all.end() ? all.insert(after, each.heading) : found);
  }
  return all;
}

const lines& instructions_at(std::vector<group>& groups,
                             const std::string& heading) {
  static const lines none;
  const auto found = find(groups, heading);
  return found == groups.end() ? none : found->instructions;
}

std::size_t widest(const std::vector<group>& groups, std::size_t at_least) {
  for (const group& each : groups) {
    for (const std::string& line : each.instructions) {
      at_least = std::max(at_least, width_of(line));
    }
  }
  return at_least;
}

const std::string& at_or_empty(const lines& all, std::size_t index) {
  static const std::string none;
  return index < all.size() ? all[index] : none;
}

}  // namespace

void write_side_by_side(const outcome& left, const outcome& right,
                        const std::string& source, std::ostream& out) {
  std::vector<group> one = groups_of(left, source);
  std::vector<group> other = groups_of(right, source);
  const std::size_t width = widest(one, width_of(left.compiler.name));
  const auto write_row = [&](const std::string& first,
                             const std::string& second) {
    out << padded(first, width) << " | " << second << '\n';
  };
  write_row(left.compiler.name, right.compiler.name);
  for (const std::string& heading : merged(one, other)) {
    out << '\n' << heading << '\n';
    const lines& first = instructions_at(one, heading);
    const lines& second = instructions_at(other, heading);
    const std::size_t rows = std::max(first.size(), second.size());
    for (std::size_t row = 0; row < rows; ++row) {
      write_row(at_or_empty(first, row), at_or_empty(second, row));
    }
  }
}

}  // namespace compile_command
