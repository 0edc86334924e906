// SPDX-License-Identifier: MIT
#include "api/verdict_json.hpp"

#include <nlohmann/json.hpp>
#include <string>
#include <utility>

#include "api/names.hpp"

namespace live_pages {
namespace {

using command_line::verdict;
using nlohmann::json;

const char* name_of(verdict::kind how) {
  switch (how) {
    case verdict::kind::passed:
      return "passed";
    case verdict::kind::does_not_compile:
      return "does not compile";
    case verdict::kind::failed:
      return "failed";
    case verdict::kind::does_not_end:
      return "does not end";
    case verdict::kind::crashed:
      return "crashed";
    default:
      return "not judged";
  }
}

void replace(std::string& text, const std::string& what) {
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos;) {
    text.erase(at, what.size());
  }
}

// In all texts within.
void shorten(json& of, const std::string& root) {
  if (of.is_string()) replace(of.get_ref<std::string&>(), root);
  if (of.is_structured()) {
    for (json& each : of) shorten(each, root);
  }
}

}  // namespace

json to_json(const command_line::house& home, const verdict& what,
             json errors) {
  json all{{"how", name_of(what.how)}, {"passed", what.passed},
           {"skipped", what.skipped},  {"reason", what.reason},
           {"threads", what.threads},  {"seconds", what.seconds},
           {"test", nullptr},          {"result", nullptr}};
  all["errors"] = std::move(errors);
  if (!what.test.name.empty()) {
    all["test"] = {{"name", what.test.name},
                   {"file", what.test.file},
                   {"line", what.test.line},
                   {"message", what.test.message}};
  }
  if (!what.json.empty()) {
    all["result"] = json::parse(what.json, nullptr, false);
  }
  shorten(all, home.root.string() + '/');
  const json::json_pointer execution{"/result/failure/execution"};
  if (all.contains(execution)) name_objects(all.at(execution), home.root);
  return all;
}

}  // namespace live_pages
