// SPDX-License-Identifier: MIT
#include "support/folder.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <string>

namespace command_line_tests {

folder::folder() {
  std::string name = testing::TempDir() + "locksmith.XXXXXX";
  if (::mkdtemp(name.data()) == nullptr) std::abort();
  path_ = std::filesystem::canonical(name);
}

folder::~folder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

}  // namespace command_line_tests
