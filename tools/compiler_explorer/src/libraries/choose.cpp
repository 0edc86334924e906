// SPDX-License-Identifier: MIT
#include "libraries/choose.hpp"

#include <algorithm>
#include <string>

#include "compiler_explorer/error.hpp"
#include "compiler_explorer/resolve.hpp"
#include "text/nearest_words.hpp"

namespace compiler_explorer {
namespace {

[[noreturn]] void not_found(const std::string& what,
                            const std::vector<std::string>& near) {
  throw error{error_kind::unknown_name,
              "There is no " + what + '.' + text::did_you_mean(near)};
}

const library& find_library(const std::string& id,
                            const std::vector<library>& known) {
  const auto found =
      std::find_if(known.begin(), known.end(),
                   [&](const library& each) { return each.id == id; });
  if (found != known.end()) return *found;
  std::vector<std::string> ids;
  ids.reserve(known.size());
  for (const library& each : known) ids.push_back(each.id);
  not_found("library '" + id + "'", text::nearest_words(id, ids, 3));
}

bool older(const library_version& left, const library_version& right) {
  return compare_versions(left.version, right.version) < 0;
}

}  // namespace

library_choice choose_library(const library_choice& wanted,
                              const std::vector<library>& known) {
  const library& found = find_library(wanted.id, known);
  std::vector<std::string> names;
  for (const library_version& each : found.versions) {
    if (each.id == wanted.version || each.version == wanted.version) {
      return {wanted.id, each.id};
    }
    names.push_back(each.version);
  }
  if (wanted.version.empty() && !found.versions.empty()) {
    const auto newest =
        std::max_element(found.versions.begin(), found.versions.end(), older);
    return {wanted.id, newest->id};
  }
  not_found("version '" + wanted.version + "' of library '" + wanted.id + "'",
            text::nearest_words(wanted.version, names, 3));
}

}  // namespace compiler_explorer
