// SPDX-License-Identifier: MIT
#include "compile/to_json.hpp"

#include <nlohmann/json.hpp>

namespace compile_command {
namespace {

using nlohmann::json;

std::string written(const json& value) {
  return value.dump(2, ' ', false, json::error_handler_t::replace);
}

json of(const compiler_explorer::compiler& own) {
  return {{"id", own.id},
          {"name", own.name},
          {"version", own.version},
          {"instruction_set", own.instruction_set},
          {"runs_programs", own.runs_programs},
          {"stable", own.stable}};
}

json of(const compiler_explorer::diagnostic& found,
        const folded_source& source) {
  using compiler_explorer::severity;
  const origin place = origin_of(found, source);
  const char* const level = found.level == severity::error     ? "error"
                            : found.level == severity::warning ? "warning"
                                                               : "note";
  return {{"file", place.file},
          {"line", place.line},
          {"column", found.column},
          {"severity", level},
          {"message", found.message}};
}

json of(const compiler_explorer::compile_result& build,
        const folded_source& source) {
  json diagnostics = json::array();
  for (const auto& each : build.diagnostics) {
    diagnostics.push_back(of(each, source));
  }
  json assembly = json::array();
  for (const auto& each : build.assembly) {
    json line = {{"text", each.text}};
    if (each.place && each.place->file.empty()) {
      line["line"] = each.place->line;
    }
    assembly.push_back(std::move(line));
  }
  return {{"code", build.code},
          {"timed_out", build.timed_out},
          {"output", build.out},
          {"errors", build.err},
          {"diagnostics", std::move(diagnostics)},
          {"assembly", std::move(assembly)}};
}

json of(const compiler_explorer::run_result& run) {
  return {{"did_execute", run.did_execute},
          {"code", run.code},
          {"timed_out", run.timed_out},
          {"truncated", run.truncated},
          {"output", run.out},
          {"errors", run.err},
          {"milliseconds", run.time.count()}};
}

}  // namespace

std::string to_json(const std::vector<outcome>& outcomes,
                    const folded_source& source, const std::string& server,
                    const std::string& link) {
  json results = json::array();
  for (const outcome& each : outcomes) {
    json result = {{"compiler", of(each.compiler)},
                   {"result", each.description()},
                   {"from_cache", each.from_cache()},
                   {"build", of(each.build, source)}};
    if (each.run) result["run"] = of(*each.run);
    results.push_back(std::move(result));
  }
  json whole = {{"server", server}, {"results", std::move(results)}};
  if (!link.empty()) whole["link"] = link;
  return written(whole);
}

std::string to_json(const std::vector<compiler_explorer::compiler>& compilers) {
  json all = json::array();
  for (const auto& each : compilers) all.push_back(of(each));
  return written(all);
}

}  // namespace compile_command
