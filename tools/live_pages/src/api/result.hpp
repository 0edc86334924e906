// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "jobs/job.hpp"

namespace live_pages {

/// What a compiler said, in Compiler Explorer's form.
[[nodiscard]] nlohmann::json of_compiler(const outcome& how);

/// What a program said, in Compiler Explorer's form. One that a limit has ended
/// says so in the last line of its errors.
[[nodiscard]] nlohmann::json of_program(const outcome& how);

/// The answer for what was not even tried.
[[nodiscard]] nlohmann::json refused(const std::string& why);

/// What stands in the place of the assembly after an error.
[[nodiscard]] nlohmann::json failed_assembly();

}  // namespace live_pages
