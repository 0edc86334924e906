// SPDX-License-Identifier: MIT
#include "commands/options.hpp"

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

namespace command_line {

CLI::App& add_command(CLI::App& app, const std::string& name,
                      const std::string& about, const std::string& example) {
  CLI::App* const command = app.add_subcommand(name, about);
  command->footer("\n" + example);
  return *command;
}

void add_exercise(CLI::App& command, given& into, bool required) {
  CLI::Option* const name = command.add_option(
      "name", into.name,
      required ? "The exercise; its name may be shortened."
               : "The exercise; without it, the one you worked on last.");
  name->type_name("NAME");
  if (required) name->required();
}

void add_limit(CLI::App& command, given& into) {
  command
      .add_option("--limit", into.limit,
                  "After how many seconds a check is stopped (30).")
      ->type_name("SECONDS")
      ->check(CLI::Range(1, 3600));
}

}  // namespace command_line
