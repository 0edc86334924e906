// SPDX-License-Identifier: MIT
#include "wire/decode_result.hpp"

#include <string>
#include <vector>

#include "compiler_explorer/error.hpp"
#include "compiler_explorer/text.hpp"
#include "wire/decode_assembly.hpp"
#include "wire/decode_diagnostics.hpp"

namespace compiler_explorer::wire {
namespace {

// What a server says in an answer of status 200 though nothing was compiled.
void throw_if_fault(const json& answer) {
  if (!answer.is_object() || !answer.contains("code")) {
    throw error{error_kind::bad_answer,
                "The answer does not say how the compilation ended."};
  }
  if (number_in(answer, "code", -1) != -1) return;
  const json& lines = array_in(answer, "stderr");
  const std::string first =
      lines.empty() ? std::string{} : text_in(lines.front(), "text");
  if (first.starts_with("Internal Compiler Explorer error")) {
    throw error{error_kind::server_fault, "The server failed: " + first, 200};
  }
  if (first.starts_with("Compiler with ID ") &&
      first.find(" not found") != std::string::npos) {
    throw error{error_kind::unknown_name, first + '.', 200};
  }
}

std::vector<std::string> lines_in(const json& answer, const char* key) {
  std::vector<std::string> lines;
  for (const json& each : array_in(answer, key)) {
    lines.push_back(text_in(each, "text"));
  }
  return lines;
}

std::vector<std::string> stripped(std::vector<std::string> lines) {
  for (std::string& each : lines) each = strip_escapes(each);
  return lines;
}

compile_result decode_build(const json& answer) {
  compile_result result;
  result.code = number_in(answer, "code", -1);
  result.timed_out = flag_in(answer, "timedOut");
  result.truncated = flag_in(answer, "truncated");
  result.out = stripped(lines_in(answer, "stdout"));
  result.err = stripped(lines_in(answer, "stderr"));
  result.instruction_set = text_in(answer, "instructionSet");
  // Some compilers speak on one stream, some on the other.
  for (const char* key : {"stdout", "stderr"}) {
    decode_diagnostics(array_in(answer, key), result.diagnostics);
  }
  return result;
}

// Some servers answer with what the compiler said alone if that is all there
// is.
compile_result build_in(const json& answer) {
  const json& build = object_in(answer, "buildResult");
  if (!build.empty()) {
    throw_if_fault(build);
    return decode_build(build);
  }
  if (number_in(answer, "code", -1) == 0 || flag_in(answer, "didExecute")) {
    throw error{error_kind::bad_answer,
                "The answer does not say how the program was built."};
  }
  return decode_build(answer);
}

}  // namespace

compile_result decode_compilation(const json& answer) {
  throw_if_fault(answer);
  compile_result result = decode_build(answer);
  // Of a failure, the only line is "<Compilation failed>".
  if (result.ok()) result.assembly = decode_assembly(answer);
  return result;
}

run_result decode_run(const json& answer) {
  throw_if_fault(answer);
  run_result result;
  result.did_execute = flag_in(answer, "didExecute");
  result.code = number_in(answer, "code", -1);
  result.timed_out = flag_in(answer, "timedOut");
  result.truncated = flag_in(answer, "truncated");
  result.out = lines_in(answer, "stdout");
  result.err = lines_in(answer, "stderr");
  result.time = std::chrono::milliseconds{number_in(answer, "execTime", 0)};
  result.build = build_in(answer);
  return result;
}

bool may_be_kept(const json& answer) {
  return flag_in(answer, "okToCache", true) && !flag_in(answer, "timedOut");
}

}  // namespace compiler_explorer::wire
