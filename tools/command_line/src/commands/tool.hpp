// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "answers/progress.hpp"
#include "house/house.hpp"

namespace command_line {

/// What all commands share. The repository and the progress are read by the
/// first command that asks for them.
class tool {
 public:
  /// @param root, build Of the repository.
  tool(std::filesystem::path root, std::filesystem::path build);

  [[nodiscard]] const std::filesystem::path& root() const { return root_; }
  [[nodiscard]] const std::filesystem::path& build() const { return build_; }
  [[nodiscard]] const house& home();
  [[nodiscard]] progress& how();

  /// The exercise of this name, which may be shortened; with an empty name the
  /// one worked on last, or the first that is not done.
  [[nodiscard]] const exercise& named(const std::string& name);

  /// What the program is to return.
  int status = 0;

 private:
  std::filesystem::path root_;
  std::filesystem::path build_;
  std::optional<house> house_;
  std::optional<progress> progress_;
};

}  // namespace command_line
