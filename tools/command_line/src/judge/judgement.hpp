// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "house/house.hpp"
#include "judge/verdict.hpp"
#include "process/child.hpp"

namespace command_line {

/// What to say of an answer whose build failed.
[[nodiscard]] verdict judge_build(const exercise& of, std::string_view output);

/// What to say of an answer whose check ended so.
///
/// @param results What the checker wrote: a line of JSON for each failure.
[[nodiscard]] verdict judge_run(ending how, std::string_view output,
                                std::string_view results);

/// What to say of an answer whose check had to be stopped.
[[nodiscard]] verdict judge_endless(std::string_view output,
                                    std::string threads,
                                    std::string_view results);

}  // namespace command_line
