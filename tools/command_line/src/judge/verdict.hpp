// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "picture/execution.hpp"

namespace command_line {

/// The first error that a compiler or linker reports.
struct build_error {
  std::string file = {};  ///< Empty if it has no place.
  int line = 0;
  int column = 0;
  std::string message = {};
  /// What the compiler shows of the source, under its own numbers.
  std::vector<std::string> source = {};
  /// "file:line" of the answer, where the error stands elsewhere.
  std::string from = {};
};

/// The first test that failed, in GoogleTest's words.
struct failed_test {
  std::string name;
  std::string file;
  int line = 0;
  std::string message;
};

struct verdict {
  enum class kind {
    passed,
    does_not_compile,
    failed,        ///< A test did.
    does_not_end,  ///< The time was up.
    crashed,       ///< It ended without a test's failure.
    not_judged     ///< There was nothing to run.
  };

  kind how = kind::not_judged;
  build_error error;
  std::string build_output;  ///< If it does not compile: all that was said.
  failed_test test;
  std::optional<execution> shown;  ///< In which it failed.
  std::size_t passed = 0;          ///< Tests.
  std::vector<std::string> skipped;
  std::string reason;   ///< In words, where there is neither error nor test.
  std::string threads;  ///< What they did when the time was up.
  double seconds = 0;
  /// The line of JSON that `shown` was read from.
  std::string json;
};

}  // namespace command_line
