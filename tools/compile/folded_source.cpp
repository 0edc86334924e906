// SPDX-License-Identifier: MIT
#include "compile/folded_source.hpp"

#include <algorithm>
#include <fstream>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <system_error>
#include <utility>

namespace compile_command {
namespace {

namespace fs = std::filesystem;

// The text without the word it begins with and blanks; nothing if it begins
// otherwise.
std::optional<std::string_view> after(std::string_view word,
                                      std::string_view text) {
  if (!text.starts_with(word)) return std::nullopt;
  text.remove_prefix(word.size());
  text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
  return text;
}

// What a line says after its #; nothing if it is no directive.
std::string_view directive(std::string_view line) {
  line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
  return after("#", line).value_or("");
}

bool is_pragma_once(std::string_view line) {
  const auto pragma = after("pragma", directive(line));
  return pragma && after("once", *pragma);
}

struct named_header {
  std::string name;
  bool quoted;
};

// Of `#include "name"` or `#include <name>`.
std::optional<named_header> header_in(std::string_view line) {
  const auto text = after("include", directive(line));
  if (!text || text->empty()) return std::nullopt;
  const bool quoted = text->front() == '"';
  if (!quoted && text->front() != '<') return std::nullopt;
  const auto end = text->find(quoted ? '"' : '>', 1);
  if (end == std::string_view::npos) return std::nullopt;
  return named_header{std::string{text->substr(1, end - 1)}, quoted};
}

class folder {
 public:
  explicit folder(const std::vector<fs::path>& folders) : folders_{folders} {}

  void add(std::istream& in, const fs::path& name) {
    int number = 0;
    const int outer_depth = depth_;
    for (std::string line; std::getline(in, line);) {
      ++number;
      if (line.ends_with('\r')) line.pop_back();
      count_conditions(line);
      if (is_pragma_once(line)) continue;
      const auto header = own_header(line, name);
      if (header) {
        add_header(*header);
      } else {
        put(line, {name.string(), number});
      }
    }
    depth_ = outer_depth;
  }

  folded_source result() && { return std::move(result_); }

  void mark_seen(const fs::path& path) {
    seen_.insert(fs::weakly_canonical(path));
  }

 private:
  void count_conditions(std::string_view line) {
    const std::string_view text = directive(line);
    if (text.starts_with("if")) ++depth_;
    if (text.starts_with("endif")) --depth_;
  }

  [[nodiscard]] std::optional<fs::path> own_header(
      std::string_view line, const fs::path& includer) const {
    const auto named = header_in(line);
    if (!named) return std::nullopt;
    std::vector<fs::path> places = folders_;
    if (named->quoted) places.insert(places.begin(), includer.parent_path());
    for (const fs::path& place : places) {
      std::error_code ignored;
      fs::path found = place / named->name;
      if (fs::is_regular_file(found, ignored)) return found;
    }
    return std::nullopt;
  }

  void add_header(const fs::path& path) {
    const fs::path known = fs::weakly_canonical(path);
    if (seen_.contains(known) || open_.contains(known)) return;
    if (depth_ == 0) {
      seen_.insert(known);
    } else {
      guards_.try_emplace(known,
                          "FOLDED_" + std::to_string(guards_.size() + 1));
    }
    const auto guard = guards_.find(known);
    const origin top{path.string(), 1};
    if (guard != guards_.end()) {
      put("#ifndef " + guard->second, top);
      put("#define " + guard->second, top);
    }
    open_.insert(known);
    std::ifstream file{path};
    add(file, path);
    open_.erase(known);
    if (guard != guards_.end()) put("#endif", top);
  }

  void put(const std::string& line, origin from) {
    result_.text += line + '\n';
    result_.origins.push_back(std::move(from));
  }

  const std::vector<fs::path>& folders_;
  folded_source result_;
  std::set<fs::path> seen_;  // folded in for everything that follows
  std::set<fs::path> open_;  // being folded in
  // The macros of those that were folded in under a condition, and may be
  // again.
  std::map<fs::path, std::string> guards_;
  int depth_ = 0;  // of #if
};

}  // namespace

folded_source fold(const fs::path& path, const std::vector<fs::path>& folders,
                   std::istream& standard_input) {
  folder own{folders};
  if (path == "-") {
    own.add(standard_input, "-");
    return std::move(own).result();
  }
  std::error_code ignored;
  std::ifstream file{path};
  if (!file || fs::is_directory(path, ignored)) {
    throw cannot_read{"There is no file '" + path.string() +
                      "' that can be read."};
  }
  own.mark_seen(path);
  own.add(file, path);
  return std::move(own).result();
}

}  // namespace compile_command
