// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "support/small_house.hpp"

namespace command_line_tests {

/// Where the program is, for the tests of the whole.
extern const char* const program_file;

/// Executes `locksmith WORDS...` in this house, in the place of this process.
[[noreturn]] void become_program(const small_house& house,
                                 const std::vector<std::string>& words);

struct said {
  int code = 0;      ///< As a shell has it.
  std::string text;  ///< Both streams.
};

/// Runs `locksmith WORDS...` in this house, without a terminal.
said run(const small_house& house, const std::vector<std::string>& words);

}  // namespace command_line_tests
