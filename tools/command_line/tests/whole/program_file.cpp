// SPDX-License-Identifier: MIT
#include "support/program.hpp"

namespace command_line_tests {

const char* const program_file = LOCKSMITH_PROGRAM;

}  // namespace command_line_tests
