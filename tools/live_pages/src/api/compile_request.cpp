// SPDX-License-Identifier: MIT
#include "api/compile_request.hpp"

#include <compiler_explorer/text.hpp>
#include <nlohmann/json.hpp>

namespace live_pages {
namespace {

using nlohmann::json;

json member(const json& of, const char* key) {
  return of.is_object() && of.contains(key) ? of.at(key) : json{};
}

bool flag(const json& of, const char* key) {
  const json value = member(of, key);
  return value.is_boolean() && value.get<bool>();
}

// A list of words, or one string that is split like a shell's.
std::vector<std::string> words(const json& of, const char* name) {
  if (of.is_null()) return {};
  if (of.is_string()) {
    return compiler_explorer::split_arguments(of.get<std::string>());
  }
  if (!of.is_array()) throw bad_request{std::string{"Bad "} + name};
  std::vector<std::string> all;
  for (const json& each : of) {
    if (!each.is_string()) throw bad_request{std::string{"Bad "} + name};
    all.push_back(each);
  }
  return all;
}

std::vector<std::pair<std::string, std::string>> files(const json& of) {
  std::vector<std::pair<std::string, std::string>> all;
  if (of.is_null()) return all;
  if (!of.is_array()) throw bad_request{"Bad files"};
  for (const json& each : of) {
    const json name = member(each, "filename");
    const json text = member(each, "contents");
    if (!name.is_string() || name.get<std::string>().empty() ||
        !text.is_string()) {
      throw bad_request{"One of more files do not have a filename"};
    }
    all.emplace_back(name, text);
  }
  return all;
}

}  // namespace

compile_request read_compile_request(std::string_view body) {
  const json all = json::parse(body, nullptr, false);
  if (!all.is_object()) throw bad_request{"The body is not a JSON object"};
  const json options = member(all, "options");
  if (!options.is_object()) throw bad_request{"Missing options property"};
  if (!all.contains("source")) throw bad_request{"Missing source property"};
  compile_request what;
  if (all.at("source").is_string()) what.source = all.at("source");
  what.arguments = words(member(options, "userArguments"), "userArguments");
  what.files = files(member(all, "files"));
  const json compiler = member(options, "compilerOptions");
  what.run_only = flag(compiler, "executorRequest");
  what.assembly = !flag(compiler, "skipAsm");
  what.run = what.run_only || flag(member(options, "filters"), "execute");
  const json how = member(options, "executeParameters");
  what.program_arguments = words(member(how, "args"), "args");
  if (const json text = member(how, "stdin"); text.is_string()) {
    what.input = text;
  }
  return what;
}

}  // namespace live_pages
