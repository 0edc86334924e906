// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace live_pages {

/// A new folder for one job, which goes with this object.
class scratch {
 public:
  scratch();
  ~scratch();
  scratch(const scratch&) = delete;
  scratch& operator=(const scratch&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

  /// Makes a file in it. `name` may name folders, but must lead nowhere else.
  /// @returns Whether it does not.
  [[nodiscard]] bool put(const std::string& name, std::string_view text) const;

 private:
  std::filesystem::path path_;
};

}  // namespace live_pages
