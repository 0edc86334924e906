// SPDX-License-Identifier: MIT
#include "house/template.hpp"

#include <cctype>
#include <map>

#include "answers/files.hpp"
#include "complaint.hpp"
#include "process/child.hpp"

namespace command_line {
namespace {

namespace fs = std::filesystem;
using words = std::map<std::string, std::string>;
using files = std::map<fs::path, std::string>;

void expect_name(const std::string& name) {
  if (name.empty() || std::islower(static_cast<unsigned char>(name[0])) == 0 ||
      name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") !=
          std::string::npos) {
    throw complaint{"'" + name +
                    "' is no name: small letters, digits and _, and a letter "
                    "at the front."};
  }
}

// lost_wake_up is LostWakeUp in a test's name, and "Lost wake up" in a title.
std::string camel(const std::string& name) {
  std::string text;
  bool upper = true;
  for (const char each : name) {
    if (each != '_') {
      text += upper ? static_cast<char>(
                          std::toupper(static_cast<unsigned char>(each)))
                    : each;
    }
    upper = each == '_';
  }
  return text;
}

std::string title(const std::string& name) {
  std::string text = name;
  for (char& each : text) each = each == '_' ? ' ' : each;
  text[0] =
      static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
  return text;
}

std::string filled(std::string text, const words& with) {
  for (const auto& [word, meaning] : with) {
    const std::string mark = "@" + word + "@";
    for (std::size_t at = 0; (at = text.find(mark, at)) != std::string::npos;
         at += meaning.size()) {
      text.replace(at, mark.size(), meaning);
    }
  }
  return text;
}

// The files of a template, each `PATH.in`, filled in.
files read_template(const fs::path& root, const char* kind, const words& with) {
  const fs::path from = root / "tools/command_line/templates" / kind;
  files made;
  for (const auto& each : fs::recursive_directory_iterator{from}) {
    if (!each.is_regular_file()) continue;
    std::string to = each.path().lexically_relative(from).string();
    if (!to.ends_with(".in")) continue;
    to.resize(to.size() - 3);
    const fs::path file = root / filled(to, with);
    if (fs::exists(file)) {
      throw complaint{file.string() + " is there already."};
    }
    made[file] = filled(read_file(each.path()), with);
  }
  return made;
}

// Puts `added` behind the last line of the text that begins with `like`.
std::string with_line(const fs::path& file, const std::string& like,
                      const std::string& added) {
  std::string text = read_file(file);
  std::size_t at = text.rfind("\n" + like);
  if (at == std::string::npos) {
    throw complaint{file.string() + " has no line that begins with '" + like +
                    "'; put this there yourself: " + added};
  }
  at = std::min(text.find('\n', at + 1), text.size() - 1);
  text.insert(at + 1, added + "\n");
  return text;
}

// In the list of the book: behind the last of its lines.
std::string with_chapter(const fs::path& file, const std::string& name) {
  std::string text = read_file(file);
  const std::size_t list = text.find(":::{chapters}");
  const std::size_t end =
      list == std::string::npos ? list : text.find("\n:::", list + 1);
  if (end == std::string::npos) {
    throw complaint{file.string() + " has no list of chapters."};
  }
  text.insert(end + 1, name + "\n");
  return text;
}

// The chapter with a card for the exercise: behind the last one, else where the
// exercises begin, else at the end.
std::string with_card(const fs::path& file, const std::string& name) {
  std::string text = read_file(file);
  const std::string card = "\n:::{exercise} " + name + "\n:::\n";
  const std::string heading = "\n## Exercises\n";
  std::size_t at = text.rfind("\n:::{exercise} ");
  if (at != std::string::npos) {
    const std::size_t last = text.find("\n:::\n", at + 1);
    if (last != std::string::npos) return text.insert(last + 5, card);
  }
  at = text.find(heading);
  if (at == std::string::npos) return text + heading + card;
  return text.insert(at + heading.size(), card);
}

std::vector<fs::path> write(const files& all) {
  std::vector<fs::path> written;
  // How a line is broken depends on the names in it.
  std::vector<std::string> format = {"clang-format-19", "-i"};
  for (const auto& [file, text] : all) {
    replace_file(file, text);
    written.push_back(file);
    if (file.extension() == ".cpp" || file.extension() == ".hpp") {
      format.push_back(file);
    }
  }
  static_cast<void>(output_of(format));
  return written;
}

}  // namespace

std::vector<fs::path> make_chapter(const fs::path& root,
                                   const std::string& name) {
  expect_name(name);
  files all = read_template(
      root, "chapter",
      {{"name", name}, {"Name", camel(name)}, {"title", title(name)}});
  const fs::path list = root / "chapters/CMakeLists.txt";
  all[list] =
      with_line(list, "add_subdirectory(", "add_subdirectory(" + name + ")");
  const fs::path book = root / "book/index.md";
  all[book] = with_chapter(book, name);
  return write(all);
}

std::vector<fs::path> make_exercise(const fs::path& root,
                                    const std::string& chapter,
                                    const std::string& name) {
  expect_name(chapter);
  expect_name(name);
  if (!fs::exists(root / "chapters" / chapter)) {
    throw complaint{"There is no chapter " + chapter + "."};
  }
  files all = read_template(root, "exercise",
                            {{"chapter", chapter},
                             {"name", name},
                             {"Name", camel(name)},
                             {"title", title(name)}});
  const fs::path list = root / "exercises/CMakeLists.txt";
  all[list] = with_line(list, "locksmith_exercise(",
                        "locksmith_exercise(" + chapter + " " + name + ")");
  const fs::path book = root / "chapters" / chapter / "chapter.md";
  all[book] = with_card(book, chapter + '/' + name);
  return write(all);
}

}  // namespace command_line
