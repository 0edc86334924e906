// SPDX-License-Identifier: MIT
#include <algorithm>
#include <memory>

#include "commands/commands.hpp"
#include "commands/options.hpp"
#include "house/task.hpp"
#include "report/show_task.hpp"
#include "terminal/output.hpp"

namespace command_line {

void add_hint(CLI::App& app, tool& with) {
  auto into = std::make_shared<given>();
  CLI::App& command =
      add_command(app, "hint", "The hints so far, and one more each time",
                  "Example:\n  tools/locksmith hint");
  add_exercise(command, *into, false);
  command.callback([&with, into] {
    const exercise& which = with.named(into->name);
    const auto all = static_cast<unsigned>(read_hints(which).size());
    const unsigned seen = with.how().of(which.id()).hints;
    const unsigned count = std::min(seen + 1, all);
    with.how().show_hints(which.id(), count);
    print(show_title(which, with.how().of(which.id()), text_width()));
    print(line{});
    print(show_hints(which, count, text_width()));
    print(line{});
    print(line{
        {count == seen ? "There are no more hints. The next step: " : "More: "},
        {count == seen ? "tools/locksmith solution " + which.name + " --spoil"
                       : "tools/locksmith hint",
         look::code}});
  });
}

}  // namespace command_line
