// SPDX-License-Identifier: MIT
#include "api/verdict.hpp"

#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>

#include "api/build_errors.hpp"
#include "api/verdict_json.hpp"
#include "complaint.hpp"
#include "judge/run_check.hpp"

namespace live_pages {
namespace {

using command_line::exercise;
using command_line::house;
using command_line::verdict;
using nlohmann::json;

json errors_of(const exercise& which, const verdict& found) {
  if (found.how != verdict::kind::does_not_compile) return json::array();
  const std::string answer = which.answer.filename().string();
  json all = build_errors(found.build_output, answer);
  // A linker's, or the build system's, which have no place.
  if (all.empty()) {
    all.push_back({{"line", 0},
                   {"column", 0},
                   {"file", ""},
                   {"there", 0},
                   {"message", found.error.message},
                   {"source", found.error.source}});
  }
  return all;
}

}  // namespace

int print_verdict(const std::filesystem::path& build, const std::string& name,
                  std::chrono::seconds limit) try {
  const house home = command_line::read_house(build);
  const auto which = std::ranges::find(home.exercises, name, &exercise::id);
  if (which == home.exercises.end()) {
    std::cerr << "There is no exercise " << name << ".\n";
    return 1;
  }
  const verdict found = run_check(home, *which, limit);
  const json all = to_json(home, found, errors_of(*which, found));
  std::cout << all.dump(-1, ' ', false, json::error_handler_t::replace) << '\n';
  return 0;
} catch (const command_line::complaint& problem) {
  std::cerr << problem.what() << '\n';
  return 1;
}

}  // namespace live_pages
