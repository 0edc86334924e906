// SPDX-License-Identifier: MIT
#include <sys/inotify.h>
#include <unistd.h>

#include <algorithm>
#include <sstream>
#include <vector>

#include "answers/files.hpp"
#include "commands/commands.hpp"
#include "commands/options.hpp"
#include "process/child.hpp"
#include "process/descriptor.hpp"
#include "terminal/output.hpp"
#include "terminal/width.hpp"

namespace command_line {
namespace {

namespace fs = std::filesystem;

struct finding {
  enum class state { good, may, must };
  state is = state::good;
  std::string what;
  std::string remedy;
};

// One row of tools/setup/packages.txt.
struct package {
  std::string use;
  std::string how;
  std::string name;
  std::string there_by;
  std::string without;
};

std::vector<package> packages(const fs::path& root) {
  std::vector<package> rows;
  std::istringstream text{read_file_or(root / "tools/setup/packages.txt", "")};
  for (std::string each; std::getline(text, each);) {
    if (each.empty() || each.front() == '#') continue;
    package row;
    std::istringstream words{each};
    words >> row.use >> row.how >> row.name >> row.there_by >> std::ws;
    std::getline(words, row.without);
    rows.push_back(row);
  }
  return rows;
}

bool is_there(const std::string& by) {
  if (by.starts_with('/')) return fs::exists(by);
  if (by.starts_with("import:")) {
    // The one that tools/setup asks.
    const char* const own = "/usr/bin/python3";
    const char* const python = fs::exists(own) ? own : "python3";
    return output_of({python, "-c", "import " + by.substr(7)}).has_value();
  }
  return output_of({"sh", "-c", "command -v \"$0\"", by}).has_value();
}

std::string first_line(const std::string& text) {
  return text.substr(0, text.find('\n'));
}

void versions(std::vector<finding>& found) {
  for (const char* const each : {"cmake", "ninja", "g++"}) {
    const auto said = output_of({each, "--version"});
    if (!said) continue;
    found.push_back({finding::state::good,
                     std::string{each} + ": " + first_line(*said), ""});
  }
}

void missing_packages(const fs::path& root, std::vector<finding>& found) {
  std::size_t all = 0;
  std::size_t there = 0;
  for (const package& each : packages(root)) {
    ++all;
    if (is_there(each.there_by)) {
      ++there;
      continue;
    }
    // What the exercises need is what this program could not be without.
    const bool must =
        each.how == "must" && each.use.find("solve") != std::string::npos;
    found.push_back({must ? finding::state::must : finding::state::may,
                     "no " + each.name + ": " + each.without,
                     "apt install " + each.name});
  }
  found.push_back({finding::state::good,
                   std::to_string(there) + " of " + std::to_string(all) +
                       " packages are there",
                   ""});
}

void the_build(tool& with, std::vector<finding>& found) {
  const std::string cache = read_file_or(with.build() / "CMakeCache.txt", "");
  const bool on = cache.find("LOCKSMITH_CHECKER:BOOL=ON") != std::string::npos;
  found.push_back({on ? finding::state::good : finding::state::may,
                   on ? "the checks look at every execution"
                      : "the checks run real threads only",
                   on ? "" : "cmake --preset debug -D LOCKSMITH_CHECKER=ON"});
  std::error_code error;
  const fs::space_info space = fs::space(with.build(), error);
  constexpr std::uintmax_t enough = 500'000'000;
  if (!error && space.available < enough) {
    found.push_back(
        {finding::state::must,
         "less than 500 MB are free beside " + with.build().string(),
         "make room"});
  }
}

void the_answers(tool& with, std::vector<finding>& found) {
  const fs::path answers = with.home().answers();
  const bool there = fs::exists(answers);
  const fs::path& written = there ? answers : with.root();
  if (::access(written.c_str(), W_OK) == 0) {
    found.push_back({finding::state::good,
                     answers.string() + (there ? " can be written"
                                               : " will be made by the first "
                                                 "start"),
                     ""});
  } else {
    found.push_back({finding::state::must,
                     written.string() + " cannot be written",
                     "chmod u+w " + written.string()});
  }
  if (!with.how().damage().empty()) {
    found.push_back({finding::state::may, with.how().damage(), ""});
  }
}

void the_notices(tool& with, std::vector<finding>& found) {
  const descriptor notices{::inotify_init1(IN_CLOEXEC)};
  const bool good =
      notices && ::inotify_add_watch(notices.get(), with.root().c_str(),
                                     IN_CLOSE_WRITE) >= 0;
  found.push_back(
      {good ? finding::state::good : finding::state::may,
       good ? "watch is told when a file is saved"
            : "watch has to look at files from time to time",
       good ? "" : "raise fs.inotify.max_user_watches, see inotify(7)"});
}

void examine(tool& with) {
  std::vector<finding> found;
  versions(found);
  missing_packages(with.root(), found);
  the_build(with, found);
  the_answers(with, found);
  the_notices(with, found);
  std::ranges::stable_sort(found, {}, &finding::is);
  for (const finding& each : found) {
    const bool good = each.is == finding::state::good;
    const line text{
        good ? span{"  ok    ", look::good}
             : span{each.is == finding::state::must ? "  bad   " : "  note  ",
                    each.is == finding::state::must ? look::bad : look::notice},
        {each.what}};
    print(wrap(text, text_width(), 8));
    if (!each.remedy.empty())
      print(line{{"        " + each.remedy, look::code}});
    if (each.is == finding::state::must) with.status = 1;
  }
}

}  // namespace

void add_doctor(CLI::App& app, tool& with) {
  add_command(app, "doctor", "What is installed, what is missing, what to do",
              "Returns 1 if an exercise cannot be checked.\n\nExample:\n"
              "  tools/locksmith doctor")
      .callback([&with] { examine(with); });
}

}  // namespace command_line
