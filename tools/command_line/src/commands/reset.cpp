// SPDX-License-Identifier: MIT
#include <memory>

#include "answers/answer.hpp"
#include "commands/commands.hpp"
#include "commands/options.hpp"
#include "report/show_verdict.hpp"
#include "terminal/output.hpp"

namespace command_line {

void add_reset(CLI::App& app, tool& with) {
  auto into = std::make_shared<given>();
  CLI::App& command = add_command(
      app, "reset", "Begin an exercise anew; your old answer is kept beside it",
      "Example:\n  tools/locksmith reset parker");
  add_exercise(command, *into, true);
  command.callback([&with, into] {
    const exercise& which = with.named(into->name);
    const auto kept = reset_answer(which);
    with.how().reset(which.id());
    describe_answers(with.home());
    print(line{{"You begin anew: "},
               {from_root(with.home(), which.answer.string()), look::bold}});
    if (kept) {
      print(line{{"Your answer is kept: "},
                 {from_root(with.home(), kept->string()), look::bold}});
    }
  });
}

}  // namespace command_line
