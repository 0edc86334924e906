// SPDX-License-Identifier: MIT
#include "listing_source.hpp"

#include <iostream>
#include <sstream>
#include <string_view>

#include "compile/folded_source.hpp"
#include "copy/directives.hpp"
#include "copy/single_header.hpp"
#include "programs.hpp"

namespace book_links {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view pragma_once = "#pragma once\n";

// chapters/semaphore of chapters/semaphore/steps/one_word.hpp.
fs::path chapter_of(const fs::path& file) {
  auto part = file.begin();
  if (part == file.end() || *part != "chapters") return {};
  const fs::path chapters = *part++;
  return part == file.end() ? fs::path{} : chapters / *part;
}

bool can_be_copied(const fs::path& file) {
  return file.parent_path().filename() == "locksmith";
}

// In the main file it would be warned of.
std::string without_pragma_once(std::string text) {
  const auto at = text.find(pragma_once);
  if (at != std::string::npos) text.erase(at, pragma_once.size());
  return text;
}

// A step or a program, its own headers folded in, without what only the book
// needs in it.
std::string folded(const repository& from, const std::string& file) {
  std::vector<fs::path> folders = from.roots;
  if (const fs::path chapter = chapter_of(file); !chapter.empty()) {
    folders.push_back(from.root / chapter);
  }
  const auto whole = compile_command::fold(from.root / file, folders, std::cin);
  std::string text = "// SPDX-License-Identifier: MIT\n//\n// " + file +
                     " of Locksmith " + from.version +
                     ", and what it includes.\n";
  using kind = single_header::source_line::kind;
  for (const auto& line : single_header::read_lines(whole.text)) {
    if (line.does != kind::left_out) text += line.text + '\n';
  }
  return text;
}

// Headers of C++ and of Linux, that every compiler of the site has.
bool stands_alone(const std::string& text) {
  std::istringstream lines{text};
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with("#include")) continue;
    const bool folder = line.find('/') != std::string::npos;
    const bool of_the_system = line.starts_with("#include <sys/") ||
                               line.starts_with("#include <linux/");
    if (line.starts_with("#include \"") || (folder && !of_the_system)) {
      return false;
    }
  }
  return true;
}

}  // namespace

std::optional<listing_source> source_of(const repository& from,
                                        const std::string& file) {
  const fs::path path = file;
  std::string text = can_be_copied(path)
                         ? without_pragma_once(single_header::fold(
                               {.roots = from.roots, .version = from.version},
                               "locksmith/" + path.filename().string()))
                         : folded(from, file);
  if (!stands_alone(text)) return std::nullopt;
  const fs::path chapter = chapter_of(path);
  if (chapter.empty()) return listing_source{.text = std::move(text)};
  const std::string program =
      program_for(from.root / chapter, fs::relative(path, chapter).string());
  return listing_source{.text = text + program, .runs = !program.empty()};
}

}  // namespace book_links
