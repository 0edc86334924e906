// SPDX-License-Identifier: MIT
#include <filesystem>
#include <iostream>
#include <iterator>
#include <memory>

#include "answers/files.hpp"
#include "commands/commands.hpp"
#include "commands/headers.hpp"
#include "commands/options.hpp"

namespace command_line {
namespace {

// The names that Compiler Explorer's compilers go by here, in their newest
// version, and what `compile` is told most often; its own program, which may
// not be built, knows the rest.
constexpr const char* compilers[] = {
    "gcc",         "clang",       "msvc",         "arm64-gcc",
    "arm64-clang", "riscv64-gcc", "riscv64-clang"};
constexpr const char* options[] = {"--compiler", "--flags", "--run",  "--asm",
                                   "--diff",     "--link",  "--open", "--list",
                                   "--offline",  "--json",  "--url"};

// What may stand behind a command; asked for by the shells.
void print_names(tool& with, const CLI::App& app, const std::string& what) {
  std::vector<std::string> names;
  if (what == "commands") names = command_names(app);
  if (what == "exercises") {
    for (const exercise& each : with.home().exercises) {
      names.push_back(each.id());
    }
  }
  if (what == "compilers")
    names.assign(std::begin(compilers), std::end(compilers));
  if (what == "options") names.assign(std::begin(options), std::end(options));
  if (what == "headers") {
    for (const std::string& each : copyable_headers(with.home())) {
      names.push_back(std::filesystem::path{each}.stem().string());
    }
  }
  for (const std::string& each : names) std::cout << each << '\n';
}

}  // namespace

void add_completions(CLI::App& app, tool& with) {
  auto into = std::make_shared<given>();
  CLI::App& command = add_command(
      app, "completions", "Have your shell complete commands and names",
      "Examples:\n"
      "  source <(tools/locksmith completions bash)    in ~/.bashrc\n"
      "  source <(tools/locksmith completions zsh)     in ~/.zshrc\n"
      "  tools/locksmith completions fish | source     in config.fish\n"
      "Write the path of this repository in full there.");
  command.add_option("shell", into->name, "bash, zsh or fish")
      ->required()
      ->type_name("SHELL")
      ->check(CLI::IsMember({"bash", "zsh", "fish"}));
  command.callback([&with, into] {
    std::cout << read_file(with.root() / "tools/command_line/completions" /
                           ("locksmith." + into->name));
  });

  auto what = std::make_shared<given>();
  CLI::App* const names = app.add_subcommand("names", "");
  names->group("");
  names->add_option("what", what->name)->required();
  names->callback([&with, &app, what] { print_names(with, app, what->name); });
}

}  // namespace command_line
