// SPDX-License-Identifier: MIT
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <csignal>
#include <cstdlib>
#include <iostream>
#include <string>
#include <vector>

#include "commands/commands.hpp"
#include "complaint.hpp"
#include "house/names.hpp"
#include "process/signals.hpp"

namespace command_line {

std::vector<std::string> command_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* each : app.get_subcommands(nullptr)) {
    if (!each->get_group().empty()) names.push_back(each->get_name());
  }
  return names;
}

namespace {

std::string setting(const char* name, const char* otherwise) {
  const char* const found = std::getenv(name);
  return found != nullptr && *found != '\0' ? found : otherwise;
}

constexpr const char* about =
    "Learn how locks are built, by building them.\n\n"
    "Begin with `tools/locksmith next`: it shows a task and makes your file,\n"
    "in answers/. Leave `tools/locksmith watch` running while you edit it: at\n"
    "each save it explores every execution that C++ allows, and shows the one\n"
    "that breaks your answer.";

constexpr const char* afterwards =
    "\nNames may be shortened: `tools/locksmith w timed` is `watch\n"
    "semaphore/timed_acquire`. Without a name, commands take the exercise "
    "that\n"
    "you worked on last. `tools/locksmith COMMAND --help` has examples.";

void add_commands(CLI::App& app, tool& with) {
  for (const auto add :
       {add_list, add_next, add_start, add_check, add_watch, add_hint,
        add_solution, add_reset, add_trace, add_copy, add_compile, add_serve,
        add_new, add_doctor, add_completions}) {
    add(app, with);
  }
}

// The command in full, in the place of a shortened one.
void lengthen(const CLI::App& app, std::vector<std::string>& words) {
  if (words.empty() || words.front().starts_with('-') ||
      words.front() == "names") {
    return;
  }
  const std::vector<std::string> names = command_names(app);
  words.front() = names[find_name(names, words.front(), "command")];
}

int run(std::vector<std::string> words) {
  tool with{setting("LOCKSMITH_ROOT", LOCKSMITH_ROOT),
            setting("LOCKSMITH_BUILD", LOCKSMITH_BUILD)};
  CLI::App app{about, "tools/locksmith"};
  app.set_version_flag("--version", "Locksmith " LOCKSMITH_VERSION);
  app.footer(afterwards);
  app.require_subcommand(0, 1);
  add_commands(app, with);
  try {
    lengthen(app, words);
    if (words.empty()) {
      std::cout << app.help();
      return 0;
    }
    // CLI11 takes them from the back.
    app.parse(std::vector<std::string>{words.rbegin(), words.rend()});
    return with.status;
  } catch (const CLI::Success& wanted) {
    return app.exit(wanted);
  } catch (const CLI::ParseError& problem) {
    std::cerr << problem.what() << "\ntools/locksmith " << words.front()
              << " --help says how to use it.\n";
  } catch (const complaint& problem) {
    std::cerr << problem.what() << '\n';
  }
  return 2;
}

}  // namespace
}  // namespace command_line

int main(int argc, char** argv) try {
  return command_line::run({argv + 1, argv + argc});
} catch (const command_line::interrupted& by) {
  // As a shell expects it of a program that a signal has ended.
  std::signal(by.signal, SIG_DFL);
  std::raise(by.signal);
  return 128 + by.signal;
} catch (const std::exception& problem) {
  std::cerr << "tools/locksmith: " << problem.what() << '\n';
  return 2;
}
