// SPDX-License-Identifier: MIT
#include "api/names.hpp"

#include <algorithm>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>
#include <string>
#include <vector>

namespace live_pages {
namespace {

using nlohmann::json;
using names = std::map<std::string, std::string>;

const std::regex& assigned() {
  static const std::regex pattern{
      R"((?:\+\+|--)(\w+)|(\w+)\s*(?:\+\+|--|[-+&|^]?=(?!=)))"};
  return pattern;
}

const std::regex& pattern_of(const json& step) {
  static const std::regex atomic{
      R"((\w+)\s*(?:\.|->)\s*(?:load|store|exchange|fetch_\w+|)"
      R"(compare_exchange_\w+|test_and_set|clear|wait|wait_for|wait_until|)"
      R"(notify_one|notify_all)\s*\()"};
  static const std::regex lock{
      R"(\b(?:lock_guard|unique_lock|scoped_lock|shared_lock)\b[^({]*[({]\s*)"
      R"((\w+)|(\w+)\s*\.\s*(?:un|try_)?lock\w*\s*\()"};
  const std::string& what = step.at("operation").get_ref<const std::string&>();
  if (step.at("plain").get<bool>()) return assigned();
  const bool locks = what == "lock" || what == "unlock" || what == "try_lock";
  return locks ? lock : atomic;
}

std::set<std::string> found_by(const std::regex& pattern,
                               const std::string& line) {
  std::set<std::string> all;
  for (std::sregex_iterator at{line.begin(), line.end(), pattern}, end;
       at != end; ++at) {
    const std::smatch& each = *at;
    all.insert(each[1].matched ? each[1] : each[2]);
  }
  return all;
}

// The files that the steps stand in, read once.
class code {
 public:
  explicit code(const std::filesystem::path& root) : root_{root} {}

  std::string line(const json& place) {
    const std::string file = place.at("file");
    const auto number = place.at("line").get<std::size_t>();
    const std::vector<std::string>& lines = lines_of(file);
    return number > 0 && number <= lines.size() ? lines[number - 1] : "";
  }

 private:
  const std::vector<std::string>& lines_of(const std::string& file) {
    const auto [at, fresh] = read_.try_emplace(file);
    if (fresh && !file.empty()) {
      std::ifstream text{root_ / file};
      for (std::string each; std::getline(text, each);) {
        at->second.push_back(each);
      }
    }
    return at->second;
  }

  std::filesystem::path root_;
  std::map<std::string, std::vector<std::string>> read_;
};

// What the step's line says that it works on.
std::set<std::string> mentioned(const json& step, code& all) {
  const json& what = step.at("operation");
  if (step.at("stack").empty() || what == "allocate" || what == "free") {
    return {};
  }
  const std::string line = all.line(step.at("stack").front());
  std::set<std::string> found = found_by(pattern_of(step), line);
  if (found.empty() &&
      !step.at("order").get_ref<const std::string&>().empty() &&
      line.find('(') == std::string::npos) {
    found = found_by(assigned(), line);
  }
  return found;
}

// A name that two objects would have says nothing.
void keep_unique(names& all) {
  std::map<std::string, int> counts;
  for (const auto& [letter, name] : all) ++counts[name];
  std::erase_if(all, [&](const auto& each) { return counts[each.second] > 1; });
}

bool explains_order(const std::string& note) {
  return note.starts_with("modification order of ") &&
         note.find(": ") != std::string::npos;
}

void replace_in(std::string& note, const names& all) {
  for (const auto& [letter, name] : all) {
    const std::string old = "order of " + letter + ',';
    if (const std::size_t at = note.find(old); at != std::string::npos) {
      note.replace(at, old.size(), "order of " + name + ',');
    }
  }
}

}  // namespace

void name_objects(json& execution, const std::filesystem::path& root) {
  code all{root};
  names found;
  bool weak = false;
  for (const json& step : execution.at("steps")) {
    weak = weak || !step.at("newer").is_null();
    const std::string letter = step.at("location");
    if (letter.empty() || found.contains(letter)) continue;
    const std::set<std::string> said = mentioned(step, all);
    if (said.size() == 1) found[letter] = *said.begin();
  }
  keep_unique(found);
  json notes = json::array();
  for (const json& each : execution.at("notes")) {
    std::string note = each;
    if (explains_order(note) && !weak) continue;
    if (found.contains(note.substr(0, note.find(": ")))) continue;
    replace_in(note, found);
    notes.push_back(std::move(note));
  }
  execution["notes"] = std::move(notes);
  execution["names"] = found;
}

}  // namespace live_pages
