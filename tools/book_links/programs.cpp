// SPDX-License-Identifier: MIT
#include "programs.hpp"

#include <fstream>
#include <sstream>
#include <stdexcept>

namespace book_links {
namespace {

std::string trimmed(const std::string& text) {
  const auto begin = text.find_first_not_of(" \t\r");
  if (begin == std::string::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r") + 1 - begin);
}

std::string region(const std::string& text, const std::string& name,
                   const std::filesystem::path& file) {
  std::istringstream lines{text};
  std::string found;
  bool inside = false;
  for (std::string line; std::getline(lines, line);) {
    const std::string tag = trimmed(line);
    if (tag == "// [/" + name + "]") return found;
    if (inside) found += line + '\n';
    if (tag == "// [" + name + "]") inside = true;
  }
  throw std::runtime_error{file.filename().string() + ": no region [" + name +
                           "], which programs.txt names"};
}

std::string standard_includes(const std::string& text) {
  std::istringstream lines{text};
  std::string found;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("#include <")) found += line + '\n';
  }
  return found;
}

}  // namespace

std::string contents_of(const std::filesystem::path& path) {
  const std::ifstream file{path, std::ios::binary};
  if (!file) throw std::runtime_error{path.string() + " cannot be read"};
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

std::string program_for(const std::filesystem::path& chapter,
                        const std::string& file) {
  if (!exists(chapter / "programs.txt")) return {};
  std::istringstream lines{contents_of(chapter / "programs.txt")};
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words{line};
    std::string name;
    std::string function;
    std::string type;
    words >> name >> function;
    std::getline(words, type);
    if (name != file) continue;
    const auto bodies = chapter / (chapter.filename().string() + "_bodies.hpp");
    const std::string text = contents_of(bodies);
    return "\n// A program that uses it. The checker runs it in every "
           "order.\n" +
           standard_includes(text) + '\n' + region(text, function, bodies) +
           "\nint main() { " + function + "<" + trimmed(type) + ">(); }\n";
  }
  return {};
}

}  // namespace book_links
