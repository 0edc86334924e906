// SPDX-License-Identifier: MIT
#include "commands/tool.hpp"

#include <iostream>
#include <utility>

#include "complaint.hpp"
#include "house/names.hpp"
#include "report/show_task.hpp"

namespace command_line {

tool::tool(std::filesystem::path root, std::filesystem::path build)
    : root_{std::move(root)}, build_{std::move(build)} {}

const house& tool::home() {
  if (!house_) house_ = read_house(build_);
  return *house_;
}

progress& tool::how() {
  if (!progress_) {
    progress_.emplace(home().answers() / "progress.txt");
    if (!progress_->damage().empty()) {
      std::cerr << progress_->damage() << '\n';
    }
  }
  return *progress_;
}

const exercise& tool::named(const std::string& name) {
  const std::vector<exercise>& all = home().exercises;
  if (all.empty()) throw complaint{"There are no exercises in this build."};
  std::vector<std::string> names;
  names.reserve(all.size());
  for (const exercise& each : all) names.push_back(each.id());
  if (!name.empty()) return all[find_name(names, name, "exercise")];
  for (const exercise& each : all) {
    if (each.id() == how().current()) return each;
  }
  const exercise* const first = next_exercise(home(), how(), "");
  return first == nullptr ? all.front() : *first;
}

}  // namespace command_line
