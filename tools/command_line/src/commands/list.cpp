// SPDX-License-Identifier: MIT
#include "commands/commands.hpp"
#include "commands/options.hpp"
#include "report/show_list.hpp"
#include "terminal/output.hpp"

namespace command_line {

void add_list(CLI::App& app, tool& with) {
  add_command(app, "list",
              "Chapters and exercises: what is done, what is begun",
              "Example:\n  tools/locksmith list")
      .callback(
          [&with] { print(show_list(with.home(), with.how(), text_width())); });
}

}  // namespace command_line
