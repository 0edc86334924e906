// SPDX-License-Identifier: MIT
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "answers/answer.hpp"
#include "answers/files.hpp"
#include "complaint.hpp"

namespace command_line {
namespace {

using nlohmann::json;

// The words of a command for a shell, each as it stands there.
std::vector<std::string> words_of(const std::string& command) {
  std::vector<std::string> words(1);
  char quote = 0;
  for (std::size_t at = 0; at < command.size(); ++at) {
    const char each = command[at];
    if (each == ' ' && quote == 0) {
      words.emplace_back();
      continue;
    }
    if (each == quote) {
      quote = 0;
    } else if (quote == 0 && (each == '"' || each == '\'')) {
      quote = each;
    }
    words.back() += each;
    if (each == '\\' && ++at < command.size()) words.back() += command[at];
  }
  return words;
}

// How code is made is not clangd's concern, and it takes flags that only g++
// has for mistakes in the file.
bool concerns_clangd(const std::string& word) {
  for (const char* const start : {"-f", "-g", "-O", "-Werror", "-Winvalid-pch",
                                  "-Wno-tsan", "-Wno-restrict"}) {
    if (word.starts_with(start)) return false;
  }
  return !word.empty();
}

// The command that compiles the check, made one for the answer: it reads the
// header alone, with what that includes and no more, and writes nothing.
std::string for_header(const std::string& command, const exercise& of) {
  std::string text;
  const std::vector<std::string> words = words_of(command);
  for (std::size_t at = 0; at < words.size() && words[at] != "-o"; ++at) {
    if (words[at] == "-include") {
      ++at;
    } else if (concerns_clangd(words[at])) {
      text += words[at] + ' ';
    }
  }
  return text + "-x c++-header -fsyntax-only \"" + of.answer.string() + '"';
}

}  // namespace

bool describe_answers(const house& home) try {
  const json all = json::parse(read_file(home.build / "compile_commands.json"));
  json some = json::array();
  for (const exercise& each : home.exercises) {
    if (!std::filesystem::exists(each.answer)) continue;
    for (const json& entry : all) {
      const std::string command = entry.value("command", "");
      if (command.find("/" + each.target + ".dir/") == std::string::npos) {
        continue;
      }
      some.push_back({{"directory", entry.at("directory")},
                      {"file", each.answer.string()},
                      {"command", for_header(command, each)}});
      break;
    }
  }
  const std::string text = some.dump(2) + '\n';
  const auto file = home.answers() / "compile_commands.json";
  if (read_file_or(file, "") != text) replace_file(file, text);
  return true;
} catch (const json::exception&) {
  return false;
} catch (const complaint&) {
  return false;
}

}  // namespace command_line
