// SPDX-License-Identifier: MIT
#include <iostream>
#include <memory>

#include "answers/answer.hpp"
#include "commands/commands.hpp"
#include "commands/options.hpp"
#include "complaint.hpp"
#include "house/task.hpp"
#include "judge/run_check.hpp"
#include "report/show_task.hpp"
#include "report/show_verdict.hpp"
#include "terminal/output.hpp"

namespace command_line {
namespace {

void say_what_is_next(tool& with, const exercise& done) {
  const exercise* const other =
      next_exercise(with.home(), with.how(), done.id());
  if (other == nullptr) {
    return print(line{{"That was the last one: all exercises are done."}});
  }
  print(line{{"Next: ", look::bold},
             {read_task(*other).title + "  "},
             {"tools/locksmith next", look::code}});
  print(line{{"The solution, and why: "},
             {"tools/locksmith solution " + done.name, look::code}});
}

// A verdict is shown whether or not it can be written down.
void remember(tool& with, const exercise& which, bool passed) try {
  passed ? with.how().pass(which.id()) : with.how().start(which.id());
} catch (const complaint& problem) {
  std::cerr << problem.what() << '\n';
}

void check_answer(tool& with, const exercise& which, int limit) {
  if (start_answer(which)) {
    print(line{{"Your file: ", look::bold},
               {from_root(with.home(), which.answer.string())},
               {" (the starting file, which is wrong)"}});
  }
  const verdict what =
      run_check(with.home(), which, std::chrono::seconds{limit});
  describe_answers(with.home());
  const bool passed = what.how == verdict::kind::passed;
  remember(with, which, passed);
  print(show_title(which, with.how().of(which.id()), text_width()));
  print(show_verdict(with.home(), which, what, text_width()));
  if (passed) say_what_is_next(with, which);
  with.status = passed ? 0 : 1;
}

}  // namespace

void add_check(CLI::App& app, tool& with) {
  auto into = std::make_shared<given>();
  CLI::App& command = add_command(
      app, "check", "Check your answer once",
      "Returns 0 if it passes and 1 if not.\n\nExamples:\n"
      "  tools/locksmith check          the exercise you worked on last\n"
      "  tools/locksmith check timed    semaphore/timed_acquire");
  add_exercise(command, *into, false);
  add_limit(command, *into);
  command.callback([&with, into] {
    check_answer(with, with.named(into->name), into->limit);
  });
}

}  // namespace command_line
