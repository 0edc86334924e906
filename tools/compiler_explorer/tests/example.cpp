// SPDX-License-Identifier: MIT
// The example of the README, which a test runs.
#include "example.hpp"

#include <compiler_explorer/client.hpp>
#include <compiler_explorer/error.hpp>
#include <compiler_explorer/interleave.hpp>
#include <compiler_explorer/text.hpp>
#include <iostream>

// [example]
void show(compiler_explorer::client& client, std::ostream& out) {
  compiler_explorer::compile_request request;
  request.source = "int square(int num) {\n    return num * num;\n}\n";
  request.arguments = {"-std=c++20", "-O2"};
  try {
    request.compiler = client.find_compiler("gcc").id;
    const auto result = client.compile(request);
    out << compiler_explorer::describe(result) << '\n';
    for (const auto& line : result.err) {
      out << compiler_explorer::printable(line) << '\n';
    }
    out << interleaved(request.source, result.assembly);
  } catch (const compiler_explorer::error& error) {
    out << error.what() << '\n';
  }
}
// [/example]
