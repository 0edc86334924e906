// SPDX-License-Identifier: MIT
#include <nlohmann/json.hpp>

#include "answers/answer.hpp"
#include "answers/files.hpp"
#include "complaint.hpp"

namespace command_line {
namespace {

using nlohmann::json;

// The command that compiles the check, made one for the answer: it reads the
// header alone and writes nothing.
std::string for_header(std::string command, const exercise& of) {
  const std::size_t output = command.find(" -o ");
  if (output != std::string::npos) command.resize(output);
  return command + " -x c++-header -fsyntax-only " + of.answer.string();
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
