// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "house/house.hpp"
#include "support/folder.hpp"

namespace command_line_tests {

/// A repository with the exercises demo/first and demo/second_one, whose build
/// takes no time: what an answer says is what its check does.
///
/// - "passes", "fails", "crashes": so it does.
/// - "never ends": one test begins, and a process of its own sleeps on.
/// - "does not compile": its build fails, with an error in line 3.
/// - "waits": its build waits until somebody writes to `gate`.
class small_house {
 public:
  small_house();

  [[nodiscard]] const std::filesystem::path& root() const {
    return folder_.path();
  }
  [[nodiscard]] std::filesystem::path build() const { return root() / "build"; }
  [[nodiscard]] std::filesystem::path answer(const std::string& name) const;
  [[nodiscard]] std::filesystem::path gate() const { return root() / "gate"; }

  /// Saves an answer in place, and by renaming a new file to it.
  void save(const std::string& name, const std::string& text) const;
  void save_by_rename(const std::string& name, const std::string& text) const;

  [[nodiscard]] std::string progress() const;

 private:
  void exercise(const std::string& name) const;
  void write(const std::string& file, const std::string& text,
             bool executable = false) const;

  folder folder_;
};

}  // namespace command_line_tests
