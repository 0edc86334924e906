// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace command_line {

/// How far the reader is with one exercise.
struct standing {
  bool started = false;
  bool passed = false;
  unsigned hints = 0;  ///< How many were shown.
};

/// What answers/progress.txt holds: a line for each exercise that was started,
/// and the name of the one worked on last.
class progress {
 public:
  explicit progress(std::filesystem::path file);

  [[nodiscard]] const standing& of(const std::string& exercise) const;
  [[nodiscard]] const std::string& current() const { return current_; }

  /// Why not all of the file was understood; empty if it was. What was not
  /// understood has been kept aside.
  [[nodiscard]] const std::string& damage() const { return damage_; }

  /// Each change is on the disk when the call returns; throws a complaint if it
  /// cannot be. The file is read again first, so that two programs may work in
  /// it.
  void start(const std::string& exercise);
  void pass(const std::string& exercise);
  void show_hints(const std::string& exercise, unsigned count);
  void reset(const std::string& exercise);

 private:
  template <class Change>
  void change(const std::string& exercise, Change change);
  void read();
  bool read_line(const std::string& text);
  void keep_damaged(const std::vector<std::string>& bad,
                    const std::string& text);

  std::filesystem::path file_;
  std::map<std::string, standing> standings_;
  std::string current_;
  std::string damage_;
};

}  // namespace command_line
