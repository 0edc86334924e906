// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "judge/verdict.hpp"

namespace command_line {

/// What a GoogleTest program printed.
struct test_output {
  std::size_t passed = 0;
  std::vector<std::string> skipped;
  std::vector<failed_test> failed;
  std::string running;  ///< The test that has begun and not ended.
  std::string said;     ///< What that one has printed.
};

[[nodiscard]] test_output read_test_output(std::string_view output);

}  // namespace command_line
