// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace command_line {

/// Goes on as another program, with these words. Throws a complaint if there is
/// none.
[[noreturn]] void replace_process(std::vector<std::string> command);

}  // namespace command_line
