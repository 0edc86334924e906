// SPDX-License-Identifier: MIT
#include <string>
#include <vector>

#include "compiler_explorer/error.hpp"
#include "links/layout_json.hpp"
#include "links/state_json.hpp"

namespace compiler_explorer::links {
namespace {

using wire::json;

std::string text_from(const json& state, const char* key) {
  std::string text = wire::text_in(state, key);
  if (text.starts_with("___") && text.size() == 4) text.erase(0, 3);
  return text;
}

linked_compiler compiler_from(const json& state) {
  return {text_from(state, "compiler"), text_from(state, "options"),
          libraries_from(wire::array_in(state, "libs"))};
}

struct pane {
  std::string name;
  json state;
};

// All panes, wherever they stand. The depth is bounded by whoever parsed it.
void collect(const json& part, std::vector<pane>& panes) {
  const std::string name = wire::text_in(part, "componentName");
  if (!name.empty()) {
    panes.push_back({name, wire::object_in(part, "componentState")});
  }
  for (const json& each : wire::array_in(part, "content")) collect(each, panes);
}

linked_session session_of(const json& editor, const std::vector<pane>& panes) {
  linked_session session;
  session.language = text_from(editor, "lang");
  session.source = text_from(editor, "source");
  const int id = wire::number_in(editor, "id", 1);
  for (const pane& each : panes) {
    if (wire::number_in(each.state, "source", 1) != id) continue;
    if (each.name == "compiler") {
      session.compilers.push_back(compiler_from(each.state));
    } else if (each.name == "executor") {
      session.executors.push_back({compiler_from(each.state),
                                   text_from(each.state, "execArgs"),
                                   text_from(each.state, "execStdin")});
    }
  }
  return session;
}

}  // namespace

linked_state from_layout(const json& layout) {
  linked_state result;
  if (layout.contains("source") && layout.contains("compiler")) {
    linked_session session;
    session.source = wire::text_in(layout, "source");
    session.compilers.push_back(compiler_from(layout));
    result.sessions.push_back(std::move(session));
    return result;
  }
  std::vector<pane> panes;
  collect(layout, panes);
  for (const pane& each : panes) {
    if (each.name == "codeEditor") {
      result.sessions.push_back(session_of(each.state, panes));
    }
  }
  if (result.sessions.empty()) {
    throw error{error_kind::bad_link,
                "The link holds no source code, or is in the site's own "
                "compressed form."};
  }
  return result;
}

}  // namespace compiler_explorer::links
