// SPDX-License-Identifier: MIT
#include <string>

#include "links/layout_json.hpp"
#include "links/state_json.hpp"

namespace compiler_explorer::links {
namespace {

using wire::json;

// The site takes a string of one character for a code of its own, unless it is
// written like this.
std::string told_from_codes(const std::string& text) {
  return text.size() == 1 ? "___" + text : text;
}

json pane(const char* name, json state) {
  return {{"type", "component"},
          {"componentName", name},
          {"componentState", std::move(state)}};
}

json compiler_state(const linked_compiler& compiler,
                    const linked_session& session, int id, int editor) {
  return {{"id", id},
          {"source", editor},
          {"lang", told_from_codes(session.language)},
          {"compiler", told_from_codes(compiler.id)},
          {"options", told_from_codes(compiler.options)},
          {"libs", libraries_json(compiler.libraries)}};
}

}  // namespace

json to_layout(const linked_state& state) {
  json panes = json::array();
  int editor = 0;
  int id = 0;
  for (const linked_session& session : state.sessions) {
    ++editor;
    panes.push_back(
        pane("codeEditor", {{"id", editor},
                            {"lang", told_from_codes(session.language)},
                            {"source", told_from_codes(session.source)}}));
    for (const linked_compiler& each : session.compilers) {
      panes.push_back(
          pane("compiler", compiler_state(each, session, ++id, editor)));
    }
    for (const linked_executor& each : session.executors) {
      json own = compiler_state(each.compiler, session, ++id, editor);
      own["execArgs"] = told_from_codes(each.arguments);
      own["execStdin"] = told_from_codes(each.standard_input);
      panes.push_back(pane("executor", std::move(own)));
    }
  }
  const json row = {{"type", "row"}, {"content", std::move(panes)}};
  return {{"version", 4}, {"content", json::array({row})}};
}

}  // namespace compiler_explorer::links
