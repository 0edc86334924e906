// SPDX-License-Identifier: MIT
#include "answers/progress.hpp"

#include <fcntl.h>
#include <sys/file.h>

#include <algorithm>
#include <sstream>
#include <utility>

#include "answers/files.hpp"
#include "complaint.hpp"
#include "process/descriptor.hpp"

namespace command_line {
namespace {

constexpr const char* head =
    "# Your progress. One exercise a line; `current` is the last one.\n";

bool is_name(const std::string& text) {
  return text.find('/') != std::string::npos &&
         text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_/") ==
             std::string::npos;
}

}  // namespace

progress::progress(std::filesystem::path file) : file_{std::move(file)} {
  read();
}

const standing& progress::of(const std::string& exercise) const {
  static const standing none;
  const auto found = standings_.find(exercise);
  return found == standings_.end() ? none : found->second;
}

// semaphore/wake_enough started passed hints 2
bool progress::read_line(const std::string& text) {
  if (text.empty() || text.front() == '#') return true;
  std::istringstream words{text};
  std::string name;
  words >> name;
  if (name == "current") {
    if (!(words >> name) || !is_name(name) || !words.eof()) return false;
    current_ = name;
    return true;
  }
  standing each;
  for (std::string word; words >> word;) {
    if (word == "started") {
      each.started = true;
    } else if (word == "passed") {
      each.passed = true;
    } else if (word != "hints" || !(words >> each.hints)) {
      return false;
    }
  }
  if (!is_name(name)) return false;
  standings_[name] = each;
  return true;
}

void progress::read() {
  standings_.clear();
  current_.clear();
  const std::string text = read_file_or(file_, "");
  std::istringstream lines{text};
  std::vector<std::string> bad;
  for (std::string each; std::getline(lines, each);) {
    if (!read_line(each)) bad.push_back(each);
  }
  if (!bad.empty()) keep_damaged(bad, text);
}

void progress::keep_damaged(const std::vector<std::string>& bad,
                            const std::string& text) {
  const std::filesystem::path aside = numbered(file_);
  damage_ = file_.string() + " has " + std::to_string(bad.size()) +
            (bad.size() == 1 ? " line" : " lines") +
            " that cannot be understood; ";
  try {
    create_file(aside, text);
    damage_ += "it is kept as " + aside.filename().string() +
               ", and the rest is used.";
    change("", [](standing&) {});
  } catch (const complaint&) {
    damage_ += "the rest is used.";
  }
}

template <class Change>
void progress::change(const std::string& exercise, Change change) {
  if (!exercise.empty()) {
    std::error_code ignored;
    std::filesystem::create_directories(file_.parent_path(), ignored);
    // Whoever else changes the file waits for this lock.
    const descriptor folder{
        ::open(file_.parent_path().c_str(), O_RDONLY | O_CLOEXEC)};
    if (folder) ::flock(folder.get(), LOCK_EX);
    read();
    change(standings_[exercise]);
    current_ = exercise;
  }
  std::string text = head;
  if (!current_.empty()) text += "current " + current_ + '\n';
  for (const auto& [name, each] : standings_) {
    text += name;
    if (each.started) text += " started";
    if (each.passed) text += " passed";
    if (each.hints > 0) text += " hints " + std::to_string(each.hints);
    text += '\n';
  }
  replace_file(file_, text);
}

void progress::start(const std::string& exercise) {
  if (of(exercise).started && current_ == exercise) return;
  change(exercise, [](standing& each) { each.started = true; });
}

void progress::pass(const std::string& exercise) {
  change(exercise, [](standing& each) { each.started = each.passed = true; });
}

void progress::show_hints(const std::string& exercise, unsigned count) {
  change(exercise,
         [count](standing& each) { each.hints = std::max(each.hints, count); });
}

void progress::reset(const std::string& exercise) {
  change(exercise, [](standing& each) { each = {.started = true}; });
}

}  // namespace command_line
