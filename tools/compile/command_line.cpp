// SPDX-License-Identifier: MIT
#include "compile/command_line.hpp"

#include <CLI/CLI.hpp>

namespace compile_command {
namespace {

void add_source(CLI::App& command, options& into) {
  command.add_option("file", into.file,
                     "The source file, or a listing of the book: "
                     "semaphore/one_word; '-' reads standard input. Its own "
                     "headers are sent along");
  // The names of listings, as NAME=FILE, come from who knows the book.
  command
      .add_option_function<std::vector<std::string>>(
          "--listing",
          [&into](const std::vector<std::string>& all) {
            for (const std::string& each : all) {
              const std::size_t sign = each.find('=');
              into.listings[each.substr(0, sign)] = each.substr(sign + 1);
            }
          })
      ->allow_extra_args(false)
      ->group("");
  command
      .add_option("-c,--compiler", into.compilers,
                  "A compiler, by id, alias or friendly name: gcc, gcc-14, "
                  "clang, arm64-gcc, riscv64-gcc, msvc. Several: repeat it, "
                  "or put commas between")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->capture_default_str();
  command
      .add_option("-f,--flags", into.flags,
                  "The compiler's flags, quoted as one [-std=c++20 -O2]")
      ->take_last();
  command
      .add_option("-l,--library", into.libraries,
                  "A library of the server's: fmt, or fmt:12.0.0")
      ->allow_extra_args(false);
  command
      .add_option("-I,--include", into.include_folders,
                  "A folder in which to look for headers to send along")
      ->allow_extra_args(false);
}

void add_purpose(CLI::App& command, options& into) {
  CLI::Option* const run =
      command.add_flag("--run", into.run, "Run the program on the server");
  command.add_option("--arg", into.arguments, "An argument for the program")
      ->allow_extra_args(false)
      ->needs(run);
  command.add_option("--input", into.input, "A file as the program's input")
      ->needs(run)
      ->check(CLI::ExistingFile);
  CLI::Option* const assembly = command.add_flag(
      "--asm", into.assembly, "Show the assembly under its source");
  CLI::Option* const diff = command.add_flag(
      "--diff", into.diff, "Show the assembly of two compilers side by side");
  assembly->excludes(run);
  diff->excludes(run);
  command.add_flag("--att", into.att, "AT&T syntax for x86");
  command.add_flag("--link", into.link,
                   "Show a link that opens the code at the server");
  command.add_flag("--open", into.open, "Open that link in a browser");
  command.add_flag("--json", into.json, "Write JSON");
}

void add_server(CLI::App& command, options& into) {
  command.add_option("--url", into.url, "The server")
      ->envname("COMPILER_EXPLORER_URL")
      ->capture_default_str();
  command.add_flag("--offline", into.offline,
                   "Ask nobody: show what was asked before");
  command.add_flag("--fresh", into.fresh, "Ask again what was asked before");
  CLI::Option* const list = command.add_flag(
      "--list", into.list, "List the server's compilers instead");
  command
      .add_option("--match", into.match,
                  "Only those with this in their id or name")
      ->needs(list);
}

}  // namespace

void add_options(CLI::App& command, options& into) {
  add_source(command, into);
  add_purpose(command, into);
  add_server(command, into);
  command.footer(
      "The code is sent to the server, which is another's unless --url names "
      "your own.\nIt ends with 0 if all is well, 1 if the code does not "
      "compile, 2 if it was used wrongly,\n3 if the program failed, 4 if time "
      "ran out, 5 if there was no answer, 6 if the server\nwants a rest, 7 if "
      "--offline has nothing to show.");
}

}  // namespace compile_command
