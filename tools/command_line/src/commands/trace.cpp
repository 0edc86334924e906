// SPDX-License-Identifier: MIT
#include <iostream>
#include <memory>

#include "answers/files.hpp"
#include "browser/open.hpp"
#include "commands/commands.hpp"
#include "commands/options.hpp"
#include "complaint.hpp"
#include "judge/run_check.hpp"
#include "report/show_verdict.hpp"
#include "report/trace_page.hpp"
#include "terminal/output.hpp"

namespace command_line {
namespace {

struct given_to_trace : given {
  bool json = false;
  bool no_browser = false;
};

// The execution and its player in one file.
std::string page_of(tool& with, const exercise& which, const verdict& found) {
  const std::filesystem::path page =
      with.build() / "traces" / (which.chapter + '_' + which.name + ".html");
  replace_file(page, trace_page(with.home(), which, found));
  return page.string();
}

void trace(tool& with, const given_to_trace& what) {
  const exercise& which = with.named(what.name);
  if (!std::filesystem::exists(which.answer)) {
    throw complaint{"There is no answer to " + which.id() +
                    " yet: tools/locksmith start " + which.name};
  }
  const verdict found =
      run_check(with.home(), which, std::chrono::seconds{what.limit});
  with.status = found.how == verdict::kind::passed ? 0 : 1;
  if (!found.shown) {
    print(show_verdict(with.home(), which, found, text_width()));
    print(line{{"There is no execution to show.", look::notice}});
    return;
  }
  if (what.json) {
    std::cout << found.json << '\n';
    return;
  }
  const std::string page = page_of(with, which, found);
  const bool opened = !what.no_browser && browser::open(page);
  print(line{{found.shown->kind, look::bad}, {": " + found.shown->sentence}});
  print(line{{opened ? "Opened: " : "Open this in a browser: ", look::bold},
             {page}});
}

}  // namespace

void add_trace(CLI::App& app, tool& with) {
  auto into = std::make_shared<given_to_trace>();
  CLI::App& command = add_command(
      app, "trace", "Open the execution that breaks your answer in the browser",
      "It can be played there, step by step, without a server. BROWSER names\n"
      "the browser.\n\nExamples:\n"
      "  tools/locksmith trace wake_enough\n"
      "  tools/locksmith trace wake_enough --json    for other programs");
  add_exercise(command, *into, false);
  add_limit(command, *into);
  command.add_flag("--json", into->json,
                   "Write the checker's result instead, as JSON.");
  command.add_flag("--no-browser", into->no_browser,
                   "Make the page and say where it is.");
  command.callback([&with, into] { trace(with, *into); });
}

}  // namespace command_line
