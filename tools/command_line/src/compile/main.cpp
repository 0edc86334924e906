// SPDX-License-Identifier: MIT
// What `tools/locksmith compile` starts: a program of its own, so that nobody
// who does not ask for it waits until it is built.
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <exception>
#include <iostream>

#include "compile/command_line.hpp"
#include "compile/compile.hpp"

int main(int argc, char** argv) try {
  CLI::App app{"Compile with Compiler Explorer", "tools/locksmith compile"};
  compile_command::options asked;
  compile_command::add_options(app, asked);
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& wanted) {
    return app.exit(wanted);
  } catch (const CLI::ParseError& problem) {
    std::cerr << problem.what()
              << "\ntools/locksmith compile --help says how to use it.\n";
    return compile_command::wrong_use;
  }
  return compile_command::compile(asked, {std::cin, std::cout, std::cerr});
} catch (const std::exception& problem) {
  std::cerr << "tools/locksmith compile: " << problem.what() << '\n';
  return compile_command::wrong_use;
}
