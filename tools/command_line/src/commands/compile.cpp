// SPDX-License-Identifier: MIT
#include <filesystem>
#include <iostream>

#include "answers/files.hpp"
#include "commands/commands.hpp"
#include "commands/options.hpp"
#include "commands/replace_process.hpp"
#include "complaint.hpp"
#include "process/child.hpp"

namespace command_line {
namespace {

constexpr const char* target = "locksmith_compile_program";

// Builds the program of this command, which most readers never need.
std::string built_program(const tool& with) {
  const std::filesystem::path program =
      with.build() / "tools/command_line/locksmith-compile";
  if (read_file_or(with.build() / "build.ninja", "").find(target) ==
      std::string::npos) {
    throw complaint{
        "It is not built without these packages: apt install "
        "libcurl4-openssl-dev zlib1g-dev. Then: cmake --preset debug"};
  }
  if (!std::filesystem::exists(program)) {
    std::cerr << "Building tools/locksmith compile (once)\n";
  }
  if (!output_of(
          {"cmake", "--build", with.build().string(), "--target", target},
          std::chrono::minutes{10})) {
    throw complaint{std::string{"It cannot be built; this says why: cmake "} +
                    "--build --preset debug --target " + target};
  }
  return program.string();
}

// Each header and step by its name: semaphore/one_word.
void add_listings(const chapter& of, std::vector<std::string>& command) {
  for (const std::vector<std::string>& files : {of.headers, of.steps}) {
    for (const std::string& file : files) {
      const std::filesystem::path path = of.dir / file;
      command.insert(command.end(),
                     {"--listing", of.name + '/' + path.stem().string() + '=' +
                                       path.string()});
    }
  }
}

void compile(tool& with, const std::vector<std::string>& words) {
  std::vector<std::string> command = {built_program(with)};
  command.insert(command.end(), words.begin(), words.end());
  // The headers of the book are sent along.
  command.insert(command.end(), {"-I", (with.root() / "code").string()});
  for (const chapter& each : with.home().chapters) {
    command.insert(command.end(), {"-I", each.dir.string()});
    add_listings(each, command);
  }
  replace_process(command);
}

}  // namespace

void add_compile(CLI::App& app, tool& with) {
  CLI::App& command = add_command(
      app, "compile", "Compile a file with the compilers of Compiler Explorer",
      "The file, or a listing of the book by its name, is sent to\n"
      "godbolt.org, or to --url.\n\nExamples:\n"
      "  tools/locksmith compile try.cpp -c gcc,arm64-gcc --asm\n"
      "  tools/locksmith compile semaphore/one_word --link");
  // Its own program knows its options.
  command.set_help_flag();
  command.prefix_command();
  command.callback([&with, &command] { compile(with, command.remaining()); });
}

}  // namespace command_line
