// SPDX-License-Identifier: MIT
#include <memory>

#include "answers/answer.hpp"
#include "commands/commands.hpp"
#include "commands/options.hpp"
#include "complaint.hpp"
#include "report/show_task.hpp"
#include "report/show_verdict.hpp"
#include "terminal/output.hpp"

namespace command_line {
namespace {

void start(tool& with, const exercise& which) {
  const bool fresh = start_answer(which);
  with.how().start(which.id());
  describe_answers(with.home());
  const std::size_t width = text_width();
  print(show_title(which, with.how().of(which.id()), width));
  print(line{});
  print(show_task(which, width));
  print(line{});
  const std::string file = from_root(with.home(), which.answer.string());
  print(
      line{{fresh ? "Your file: " : "Your file, as you left it: ", look::bold},
           {file}});
  print(line{{"Edit it, and have it checked at each save: "},
             {"tools/locksmith watch", look::code}});
}

}  // namespace

void add_start(CLI::App& app, tool& with) {
  auto into = std::make_shared<given>();
  CLI::App& command = add_command(
      app, "start", "Begin an exercise: shows its task, makes your file",
      "The starting file is copied to answers/, which is yours: nothing ever\n"
      "overwrites it.\n\nExample:\n  tools/locksmith start timed");
  add_exercise(command, *into, true);
  command.callback([&with, into] { start(with, with.named(into->name)); });
}

void add_next(CLI::App& app, tool& with) {
  add_command(app, "next", "Begin the next exercise that is not done",
              "Example:\n  tools/locksmith next")
      .callback([&with] {
        const exercise* const other =
            next_exercise(with.home(), with.how(), with.how().current());
        if (other != nullptr) return start(with, *other);
        const exercise& last = with.named("");
        if (with.how().of(last.id()).passed) {
          return print(line{{"All exercises are done.", look::good}});
        }
        // It is the only one left.
        start(with, last);
      });
}

}  // namespace command_line
