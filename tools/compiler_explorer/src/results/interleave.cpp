// SPDX-License-Identifier: MIT
#include "compiler_explorer/interleave.hpp"

#include <algorithm>
#include <cstddef>
#include <sstream>
#include <utility>

namespace compiler_explorer {
namespace {

std::vector<std::string> lines_of(std::string_view source) {
  std::vector<std::string> lines;
  std::istringstream text{std::string{source}};
  for (std::string line; std::getline(text, line);) lines.push_back(line);
  return lines;
}

bool is_label(const assembly_line& line) {
  return !line.place && !line.text.empty() && line.text.front() != ' ' &&
         line.text.front() != '\t';
}

bool same_line(const assembly_block& left, const assembly_block& right) {
  return left.line == right.line && left.file == right.file;
}

}  // namespace

std::vector<assembly_block> blocks_of(
    std::string_view source, const std::vector<assembly_line>& assembly) {
  const std::vector<std::string> lines = lines_of(source);
  // The block that an instruction would begin.
  const auto block_at = [&](std::size_t index, std::size_t labels) {
    assembly_block block;
    block.first = index - labels;
    block.count = labels + 1;
    const source_place place = assembly[index].place.value_or(source_place{});
    const auto line = static_cast<std::size_t>(std::max(place.line, 0));
    if (!place.file.empty()) {
      block.file = place.file;
      block.line = place.line;
    } else if (line > 0 && line <= lines.size()) {
      block.line = place.line;
      block.source = lines[line - 1];
    }
    return block;
  };
  std::vector<assembly_block> blocks;
  std::size_t labels = 0;  // since the last instruction
  for (std::size_t index = 0; index < assembly.size(); ++index) {
    if (is_label(assembly[index])) {
      ++labels;
      continue;
    }
    assembly_block block = block_at(index, labels);
    // A directive belongs to what it stands in.
    const bool continues = !assembly[index].place && labels == 0;
    if (!blocks.empty() && (continues || same_line(blocks.back(), block))) {
      blocks.back().count += block.count;
    } else {
      blocks.push_back(std::move(block));
    }
    labels = 0;
  }
  if (labels > 0) {
    blocks.push_back({"", 0, "", assembly.size() - labels, labels});
  }
  return blocks;
}

std::string heading_of(const assembly_block& block) {
  if (block.line == 0) return {};
  const std::string line = std::to_string(block.line);
  if (block.file.empty()) return line + " | " + block.source;
  return '<' + block.file.substr(block.file.rfind('/') + 1) + ">:" + line;
}

std::string interleaved(std::string_view source,
                        const std::vector<assembly_line>& assembly,
                        std::string_view comment) {
  std::string text;
  for (const assembly_block& block : blocks_of(source, assembly)) {
    const auto begin =
        assembly.begin() + static_cast<std::ptrdiff_t>(block.first);
    const auto end = begin + static_cast<std::ptrdiff_t>(block.count);
    auto at = begin;
    for (; at != end && is_label(*at); ++at) text += at->text + '\n';
    const std::string heading = heading_of(block);
    if (!heading.empty()) {
      text += std::string{comment} + ' ' + heading + '\n';
    }
    for (; at != end; ++at) text += at->text + '\n';
  }
  return text;
}

}  // namespace compiler_explorer
