// SPDX-License-Identifier: MIT
#pragma once

#include <CLI/App.hpp>

#include "commands/tool.hpp"

// Each adds a command or a group of them. `with` must outlive the parse, in
// which the command is run.
namespace command_line {

void add_list(CLI::App& app, tool& with);
void add_next(CLI::App& app, tool& with);
void add_start(CLI::App& app, tool& with);
void add_check(CLI::App& app, tool& with);
void add_watch(CLI::App& app, tool& with);
void add_hint(CLI::App& app, tool& with);
void add_solution(CLI::App& app, tool& with);
void add_reset(CLI::App& app, tool& with);
void add_trace(CLI::App& app, tool& with);
void add_compile(CLI::App& app, tool& with);
void add_copy(CLI::App& app, tool& with);
void add_serve(CLI::App& app, tool& with);
void add_new(CLI::App& app, tool& with);
void add_doctor(CLI::App& app, tool& with);
void add_completions(CLI::App& app, tool& with);

/// The names of all commands that are to be seen.
[[nodiscard]] std::vector<std::string> command_names(const CLI::App& app);

}  // namespace command_line
