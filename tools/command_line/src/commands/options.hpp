// SPDX-License-Identifier: MIT
#pragma once

#include <CLI/App.hpp>
#include <memory>
#include <string>

namespace command_line {

/// What a command was given, kept as long as the command.
struct given {
  std::string name;
  int limit = 30;
};

/// Adds a command with what it says under --help: one line, and an example.
CLI::App& add_command(CLI::App& app, const std::string& name,
                      const std::string& about, const std::string& example);

/// Adds the name of an exercise.
void add_exercise(CLI::App& command, given& into, bool required);

/// Adds `--limit`.
void add_limit(CLI::App& command, given& into);

}  // namespace command_line
