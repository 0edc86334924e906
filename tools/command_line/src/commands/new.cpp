// SPDX-License-Identifier: MIT
#include <memory>

#include "commands/commands.hpp"
#include "commands/options.hpp"
#include "complaint.hpp"
#include "house/template.hpp"
#include "report/show_verdict.hpp"
#include "terminal/output.hpp"

namespace command_line {
namespace {

void say_made(tool& with, const std::vector<std::filesystem::path>& made) {
  for (const std::filesystem::path& each : made) {
    print(line{{"  " + from_root(with.home(), each.string())}});
  }
}

void new_chapter(tool& with, const std::string& name) {
  print(line{{"A chapter, which builds as it is:", look::bold}});
  say_made(with, make_chapter(with.root(), name));
  print(line{
      {"Its place in the book is in "},
      {"book/index.md", look::code},
      {". Build it: "},
      {"cmake --preset debug && cmake --build --preset debug", look::code}});
}

void new_exercise(tool& with, const std::string& name) {
  const std::size_t slash = name.find('/');
  if (slash == std::string::npos) {
    throw complaint{"An exercise belongs to a chapter: semaphore/" + name};
  }
  print(line{
      {"An exercise, which builds and is rejected as it is:", look::bold}});
  say_made(with, make_exercise(with.root(), name.substr(0, slash),
                               name.substr(slash + 1)));
  print(line{{"Its card is in the chapter."}});
}

}  // namespace

void add_new(CLI::App& app, tool& with) {
  CLI::App& group =
      add_command(app, "new", "Make a chapter or an exercise from a template",
                  "Examples:\n  tools/locksmith new chapter rcu\n"
                  "  tools/locksmith new exercise rcu/grace_period");
  group.require_subcommand(1);
  using maker = void (*)(tool&, const std::string&);
  const std::pair<const char*, maker> kinds[] = {{"chapter", new_chapter},
                                                 {"exercise", new_exercise}};
  for (const auto& [kind, make] : kinds) {
    auto into = std::make_shared<given>();
    CLI::App* const command = group.add_subcommand(
        kind, std::string{"Make all files that a new "} + kind + " needs");
    command->add_option("name", into->name, "In small letters, with _")
        ->required()
        ->type_name(std::string{kind} == "chapter" ? "NAME" : "CHAPTER/NAME");
    command->callback([&with, into, make = make] { make(with, into->name); });
  }
}

}  // namespace command_line
