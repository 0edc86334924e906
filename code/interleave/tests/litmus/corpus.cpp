// SPDX-License-Identifier: MIT
#include "corpus.hpp"

#include <map>
#include <stdexcept>

namespace corpus {
namespace {

/// Splits at commas; a field in quotes may hold commas, and quotes doubled.
std::vector<std::string> split(const std::string& line) {
  std::vector<std::string> fields(1);
  bool quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (c == '"') {
      const bool doubled = quoted && i + 1 < line.size() && line[i + 1] == '"';
      if (doubled) {
        fields.back() += c;
        ++i;
      } else {
        quoted = !quoted;
      }
    } else if (c == ',' && !quoted) {
      fields.emplace_back();
    } else if (c != '\r') {
      fields.back() += c;
    }
  }
  return fields;
}

class columns {
 public:
  explicit columns(const std::string& head) {
    for (const std::string& name : split(head)) {
      places_.emplace(name, places_.size());
    }
  }
  [[nodiscard]] const std::string& find(const std::vector<std::string>& fields,
                                        const std::string& name) const {
    const auto place = places_.find(name);
    if (place == places_.end() || place->second >= fields.size()) {
      throw std::runtime_error{"no column '" + name + "' in the row of " +
                               fields.front()};
    }
    return fields[place->second];
  }

 private:
  std::map<std::string, std::size_t> places_;
};

bool is_allowed(const std::string& verdict) {
  if (verdict != "allowed" && verdict != "forbidden") {
    throw std::runtime_error{"neither allowed nor forbidden: " + verdict};
  }
  return verdict == "allowed";
}

}  // namespace

std::vector<row> read(std::istream& in) {
  std::string line;
  std::getline(in, line);
  const columns named{line};
  std::vector<row> rows;
  while (std::getline(in, line)) {
    if (line.empty()) {
      continue;
    }
    const std::vector<std::string> fields = split(line);
    row next;
    next.name = named.find(fields, "name");
    next.program = named.find(fields, "program");
    next.weak_outcome = named.find(fields, "weak_outcome");
    next.allowed = is_allowed(named.find(fields, "cpp20"));
    next.racy = named.find(fields, "racy") == "race";
    next.executions = std::stoul(named.find(fields, "execs_cpp20_ref"));
    rows.push_back(next);
  }
  return rows;
}

}  // namespace corpus
