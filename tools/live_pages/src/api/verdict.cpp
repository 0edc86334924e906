// SPDX-License-Identifier: MIT
#include "api/verdict.hpp"

#include <poll.h>

#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>

#include "api/build_errors.hpp"
#include "api/verdict_json.hpp"
#include "complaint.hpp"
#include "judge/run_check.hpp"
#include "process/child.hpp"

namespace live_pages {
namespace {

using command_line::child;
using command_line::exercise;
using command_line::house;
using command_line::verdict;
using nlohmann::json;

// Of a build that has failed, once more: a verdict tells its first error alone.
std::string output_of_build(const house& home, const exercise& which) {
  child build{{.command = {"cmake", "--build", home.build.string(), "--target",
                           which.target},
               .environment = {{"LC_ALL", "C"}}}};
  while (!build.pump()) {
    pollfd polled{build.fd(), POLLIN, 0};
    ::poll(&polled, 1, 100);
  }
  return build.output();
}

json errors_of(const house& home, const exercise& which, const verdict& found) {
  if (found.how != verdict::kind::does_not_compile) return json::array();
  const std::string answer = which.answer.filename().string();
  json all = build_errors(output_of_build(home, which), answer);
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
  const json all = to_json(home, found, errors_of(home, *which, found));
  std::cout << all.dump(-1, ' ', false, json::error_handler_t::replace) << '\n';
  return 0;
} catch (const command_line::complaint& problem) {
  std::cerr << problem.what() << '\n';
  return 1;
}

}  // namespace live_pages
