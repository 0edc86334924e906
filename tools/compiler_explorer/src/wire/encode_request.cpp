// SPDX-License-Identifier: MIT
#include "wire/encode_request.hpp"

#include <algorithm>
#include <filesystem>
#include <string>

#include "compiler_explorer/error.hpp"
#include "compiler_explorer/text.hpp"

namespace compiler_explorer::wire {
namespace {

json encode(const assembly_filters& filters) {
  return {{"binary", filters.from_binary},
          {"binaryObject", false},
          {"commentOnly", filters.hide_comments},
          {"debugCalls", false},
          {"demangle", filters.demangle},
          {"directives", filters.hide_directives},
          {"execute", false},
          {"intel", filters.intel_syntax},
          {"labels", filters.hide_unused_labels},
          {"libraryCode", filters.hide_library_code},
          {"trim", false}};
}

[[noreturn]] void refuse(const std::string& sentence) {
  throw error{error_kind::invalid_request, sentence};
}

bool leads_out(const std::string& name) {
  const std::filesystem::path path{name};
  return name.empty() || path.is_absolute() ||
         name.find('\\') != std::string::npos ||
         std::find(path.begin(), path.end(), "..") != path.end();
}

}  // namespace

json encode(const compile_request& request) {
  json files = json::array();
  for (const extra_file& each : request.files) {
    files.push_back({{"filename", each.name}, {"contents", each.contents}});
  }
  json libraries = json::array();
  for (const library_choice& each : request.libraries) {
    libraries.push_back({{"id", each.id}, {"version", each.version}});
  }
  json body = {{"source", request.source},
               {"compiler", request.compiler},
               {"lang", request.language},
               {"allowStoreCodeDebug", false},
               {"bypassCache", request.fresh ? 1 : 0},
               {"options",
                {{"userArguments", join_arguments(request.arguments)},
                 {"compilerOptions",
                  {{"skipAsm", !request.assembly}, {"executorRequest", false}}},
                 {"filters", encode(request.filters)},
                 {"tools", json::array()},
                 {"libraries", std::move(libraries)}}}};
  // With files, servers name the source where it is meant; without, they leave
  // it out. An empty list counts as files on some.
  if (!files.empty()) body["files"] = std::move(files);
  return body;
}

json encode(const compile_request& request, const program_input& input) {
  json body = encode(request);
  json& options = body["options"];
  options["compilerOptions"] = {{"executorRequest", true}, {"skipAsm", true}};
  options["filters"] = {{"execute", true}};
  options["executeParameters"] = {{"args", input.arguments},
                                  {"stdin", input.standard_input}};
  return body;
}

void check(const compile_request& request) {
  if (request.compiler.empty()) refuse("No compiler is named.");
  if (request.source.find_first_not_of(" \t\r\n") == std::string::npos) {
    refuse("There is no source to compile.");
  }
  for (const extra_file& each : request.files) {
    if (leads_out(each.name)) {
      refuse("'" + each.name +
             "' is no name for a file beside the source: it must be relative, "
             "without '..'.");
    }
  }
}

}  // namespace compiler_explorer::wire
