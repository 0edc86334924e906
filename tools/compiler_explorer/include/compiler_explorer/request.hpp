// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace compiler_explorer {

/// A library for a compilation.
struct library_choice {
  std::string id;
  std::string version;  ///< By id ("1200") or as people write it ("12.0.0").
};

/// A file beside the source, for `#include "name"`.
struct extra_file {
  std::string name;  ///< Relative, no "..": "ring.hpp", "detail/ring.hpp".
  std::string contents;
};

/// What is left out of assembly, and how the rest is written. A filter that a
/// compiler does not have is ignored by the server.
struct assembly_filters {
  bool intel_syntax = true;  ///< Of x86; else AT&T.
  bool demangle = true;      ///< `square(int)`, not `_Z6squarei`.
  bool hide_unused_labels = true;
  bool hide_directives = true;
  bool hide_comments = true;
  bool hide_library_code = true;  ///< Functions from headers of others.
  bool from_binary = false;       ///< Linked and disassembled.
};

/// A program to compile.
struct compile_request {
  std::string compiler;  ///< Id or alias; see `client::find_compiler`.
  std::string language = "c++";
  std::string source;                  ///< UTF-8, not empty.
  std::vector<std::string> arguments;  ///< One word each, quoted for you.
  std::vector<library_choice> libraries;
  std::vector<extra_file> files;
  assembly_filters filters;
  bool assembly = true;  ///< Without, the cheapest check for diagnostics.
  bool fresh = false;    ///< Ask past this client's cache and the server's.
};

/// What a program gets when it is run.
struct program_input {
  std::vector<std::string> arguments;
  std::string standard_input;
};

}  // namespace compiler_explorer
