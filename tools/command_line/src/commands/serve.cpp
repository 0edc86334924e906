// SPDX-License-Identifier: MIT
#include "commands/commands.hpp"
#include "commands/options.hpp"
#include "commands/replace_process.hpp"

namespace command_line {

void add_serve(CLI::App& app, tool& with) {
  CLI::App& command = add_command(
      app, "serve", "Build the website and serve it on this machine",
      "It takes what tools/read takes.\n\nExample:\n"
      "  tools/locksmith serve --port 8080");
  command.prefix_command();
  command.callback([&with, &command] {
    std::vector<std::string> words = command.remaining();
    words.insert(words.begin(), (with.root() / "tools/read").string());
    replace_process(words);
  });
}

}  // namespace command_line
