// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace compiler_explorer {

enum class severity : std::uint8_t { note = 1, warning = 2, error = 3 };

/// What a compiler or linker says of a place.
struct diagnostic {
  std::string file;  ///< Empty: the request's source itself.
  int line = 0;      ///< From 1; 0: unknown.
  int column = 0;    ///< From 1; 0: unknown.
  severity level = severity::error;
  std::string message;  ///< One line, without colours or the level's name.
};

/// Where an instruction comes from.
struct source_place {
  std::string file;  ///< Empty: the request's source itself.
  int line = 0;      ///< From 1.
  int column = 0;    ///< From 1; 0: unknown.
};

struct assembly_line {
  std::string text;
  std::optional<source_place> place;  ///< None for labels and directives.
};

/// What came of a compilation. Compiler output is free of colour codes.
struct compile_result {
  int code = 0;            ///< The compiler's; -1: it was killed.
  bool timed_out = false;  ///< Out of the server's time.
  bool truncated = false;  ///< Output was cut by the server.
  std::vector<std::string> out;
  std::vector<std::string> err;
  std::vector<diagnostic> diagnostics;
  std::vector<assembly_line> assembly;  ///< Empty unless `ok()`.
  std::string instruction_set;
  bool from_cache = false;  ///< This client's.

  [[nodiscard]] bool ok() const { return code == 0 && !timed_out; }
};

/// What came of building a program and running it.
///
/// `out` and `err` are what the program wrote, line by line and unchanged: put
/// them through `printable` before a terminal or a page sees them. The server
/// does not tell whether the last line was ended.
struct run_result {
  bool did_execute = false;  ///< False: see `build`, or else `err`.
  int code = -1;  ///< The program's; -1: killed, or it could not be started.
  bool timed_out = false;
  bool truncated = false;  ///< Output was cut by the server.
  std::vector<std::string> out;
  std::vector<std::string> err;
  std::chrono::milliseconds time{0};
  compile_result build;  ///< Without assembly.
  bool from_cache = false;

  [[nodiscard]] bool ok() const {
    return did_execute && code == 0 && !timed_out;
  }
};

/// How it ended, as a clause: "exited with 7", "did not compile". It claims no
/// more than is known: some servers report every signal as a segmentation
/// fault.
[[nodiscard]] std::string describe(const compile_result& result);
[[nodiscard]] std::string describe(const run_result& result);

}  // namespace compiler_explorer
