// SPDX-License-Identifier: MIT
#include "watch/watch.hpp"

#include <memory>

#include "commands/commands.hpp"
#include "commands/options.hpp"

namespace command_line {
namespace {

struct given_to_watch : given {
  bool plain = false;
  bool poll = false;
};

}  // namespace

void add_watch(CLI::App& app, tool& with) {
  auto into = std::make_shared<given_to_watch>();
  CLI::App& command = add_command(
      app, "watch", "Check your answer at each save, and show what comes of it",
      "Keys: h a hint, n the next exercise, l the list, r begin anew (twice),\n"
      "t the task, s the solution once it passes, q quit; space, b, j, k and\n"
      "the arrows scroll. In the list, j, k and the arrows choose an "
      "exercise,\n"
      "and Enter goes to it. In a pipe it writes lines.\n\nExamples:\n"
      "  tools/locksmith watch\n"
      "  tools/locksmith watch parker --plain    for a screen reader");
  add_exercise(command, *into, false);
  add_limit(command, *into);
  command.add_flag("--plain", into->plain,
                   "Lines that go by, instead of the whole terminal.");
  command.add_flag("--poll", into->poll,
                   "Look at the file, where no notice comes of its change.");
  command.callback([&with, into] {
    watch_options options;
    options.limit = std::chrono::seconds{into->limit};
    options.plain = into->plain;
    options.notices = !into->poll;
    const exercise& which = with.named(into->name);
    with.status = watch(with.home(), with.how(), which, options);
  });
}

}  // namespace command_line
