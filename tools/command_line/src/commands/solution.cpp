// SPDX-License-Identifier: MIT
#include <memory>

#include "commands/commands.hpp"
#include "commands/options.hpp"
#include "complaint.hpp"
#include "report/show_task.hpp"
#include "terminal/output.hpp"

namespace command_line {
namespace {

struct given_to_solution : given {
  bool spoil = false;
};

}  // namespace

void add_solution(CLI::App& app, tool& with) {
  auto into = std::make_shared<given_to_solution>();
  CLI::App& command = add_command(
      app, "solution", "The solution and its reasons, once your answer passes",
      "Example:\n  tools/locksmith solution wake_enough --spoil");
  add_exercise(command, *into, true);
  command.add_flag("--spoil", into->spoil, "Show it even before that.");
  command.callback([&with, into] {
    const exercise& which = with.named(into->name);
    if (!into->spoil && !with.how().of(which.id()).passed) {
      throw complaint{
          "Your answer to " + which.id() +
          " has not passed yet. To see the solution all the same, add "
          "--spoil; a hint says less: tools/locksmith hint " +
          which.name};
    }
    print(show_title(which, with.how().of(which.id()), text_width()));
    print(line{});
    print(show_solution(which, text_width()));
  });
}

}  // namespace command_line
