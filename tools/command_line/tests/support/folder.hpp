// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

namespace command_line_tests {

/// An empty folder that is gone when the test is over.
class folder {
 public:
  folder();
  ~folder();
  folder(const folder&) = delete;
  folder& operator=(const folder&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace command_line_tests
