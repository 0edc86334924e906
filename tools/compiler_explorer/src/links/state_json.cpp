// SPDX-License-Identifier: MIT
#include "links/state_json.hpp"

#include "compiler_explorer/error.hpp"

namespace compiler_explorer::links {
namespace {

using wire::json;

// Filters and whatever else is left out take the site's defaults.
json compiler_json(const linked_compiler& compiler) {
  return {{"id", compiler.id},
          {"options", compiler.options},
          {"libs", libraries_json(compiler.libraries)}};
}

json executor_json(const linked_executor& executor) {
  return {{"arguments", executor.arguments},
          {"argumentsVisible", !executor.arguments.empty()},
          {"stdin", executor.standard_input},
          {"stdinVisible", !executor.standard_input.empty()},
          {"compiler", compiler_json(executor.compiler)}};
}

json session_json(const linked_session& session, int id) {
  json compilers = json::array();  // must be there, be it empty
  for (const linked_compiler& each : session.compilers) {
    compilers.push_back(compiler_json(each));
  }
  json result = {{"id", id},
                 {"language", session.language},
                 {"source", session.source},
                 {"compilers", std::move(compilers)}};
  for (const linked_executor& each : session.executors) {
    result["executors"].push_back(executor_json(each));
  }
  return result;
}

linked_compiler compiler_from(const json& entry) {
  return {wire::text_in(entry, "id"), wire::text_in(entry, "options"),
          libraries_from(wire::array_in(entry, "libs"))};
}

linked_session session_from(const json& entry) {
  linked_session session;
  session.language = wire::text_in(entry, "language");
  session.source = wire::text_in(entry, "source");
  for (const json& each : wire::array_in(entry, "compilers")) {
    session.compilers.push_back(compiler_from(each));
  }
  for (const json& each : wire::array_in(entry, "executors")) {
    session.executors.push_back(
        {compiler_from(wire::object_in(each, "compiler")),
         wire::text_in(each, "arguments"), wire::text_in(each, "stdin")});
  }
  return session;
}

}  // namespace

json libraries_json(const std::vector<library_choice>& libraries) {
  json result = json::array();
  for (const library_choice& each : libraries) {
    result.push_back({{"id", each.id}, {"version", each.version}});
  }
  return result;
}

std::vector<library_choice> libraries_from(const json& array) {
  std::vector<library_choice> result;
  for (const json& each : array) {
    // The site itself writes "ver" into its layouts.
    const char* const key = each.contains("ver") ? "ver" : "version";
    const std::string id =
        wire::text_in(each, each.contains("name") ? "name" : "id");
    result.push_back({id, wire::text_in(each, key)});
  }
  return result;
}

json to_json(const linked_state& state) {
  json sessions = json::array();
  int id = 0;
  for (const linked_session& each : state.sessions) {
    sessions.push_back(session_json(each, ++id));
  }
  return {{"sessions", std::move(sessions)}};
}

linked_state from_json(const json& state) {
  linked_state result;
  for (const json& each : wire::array_in(state, "sessions")) {
    result.sessions.push_back(session_from(each));
  }
  // A short link to a page with build trees has its sources elsewhere.
  if (result.sessions.empty()) {
    throw error{error_kind::bad_link, "The link holds no source code."};
  }
  return result;
}

}  // namespace compiler_explorer::links
