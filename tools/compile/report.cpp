// SPDX-License-Identifier: MIT
#include "compile/report.hpp"

#include <algorithm>
#include <ostream>
#include <string>

#include "compile/columns.hpp"
#include "compile/side_by_side.hpp"
#include "compiler_explorer/interleave.hpp"
#include "compiler_explorer/text.hpp"

namespace compile_command {
namespace {

using compiler_explorer::diagnostic;
using compiler_explorer::printable;
using compiler_explorer::severity;

std::string first_error(const outcome& own, const folded_source& source) {
  const auto& all = own.build.diagnostics;
  const auto found = std::find_if(
      all.begin(), all.end(),
      [](const diagnostic& each) { return each.level == severity::error; });
  return found == all.end() ? "" : printable(to_text(*found, source));
}

std::string count_of(const outcome& own, severity level) {
  const auto& all = own.build.diagnostics;
  return std::to_string(std::count_if(
      all.begin(), all.end(),
      [level](const diagnostic& each) { return each.level == level; }));
}

void write_summary(const std::vector<outcome>& outcomes,
                   const folded_source& source, std::ostream& out) {
  std::vector<std::vector<std::string>> rows{
      {"compiler", "id", "result", "warnings", "instructions", "first error"}};
  for (const outcome& each : outcomes) {
    const auto& assembly = each.build.assembly;
    rows.push_back(
        {each.compiler.name, each.compiler.id, each.description(),
         count_of(each, severity::warning),
         assembly.empty() ? "-" : std::to_string(instructions_in(assembly)),
         first_error(each, source)});
  }
  write_table(rows, out);
}

void write_lines(const std::vector<std::string>& lines, std::ostream& out) {
  for (const std::string& each : lines) out << printable(each) << '\n';
}

// What the compiler said, with the places in the reader's own files.
void write_messages(const outcome& own, const folded_source& source,
                    std::ostream& out) {
  for (const diagnostic& each : own.build.diagnostics) {
    out << printable(to_text(each, source)) << '\n';
  }
  if (own.build.diagnostics.empty()) {
    write_lines(own.build.out, out);
    write_lines(own.build.err, out);
  }
}

void write_details(const outcome& own, const options& asked,
                   const folded_source& source, const streams& io) {
  write_messages(own, source, io.err);
  if (own.run) {
    if (own.run->did_execute) write_lines(own.run->out, io.out);
    // Of a program that was not built, the messages above say all.
    if (own.build.ok()) write_lines(own.run->err, io.err);
  }
  if (asked.assembly) {
    io.out << printable(
        compiler_explorer::interleaved(source.text, own.build.assembly));
  }
}

}  // namespace

void write_report(const std::vector<outcome>& outcomes, const options& asked,
                  const folded_source& source, const streams& io) {
  const bool several = outcomes.size() > 1;
  if (several) write_summary(outcomes, source, io.out);
  if (asked.diff && several) {
    io.out << '\n';
    write_side_by_side(outcomes[0], outcomes[1], source.text, io.out);
    return;
  }
  for (const outcome& each : outcomes) {
    if (several && (asked.run || asked.assembly || !each.build.ok())) {
      io.out << "\n== " << each.compiler.name << '\n';
    }
    write_details(each, asked, source, io);
    if (!several) {
      io.err << each.compiler.name << ": " << each.description() << '\n';
    }
  }
}

void write_list(const std::vector<compiler_explorer::compiler>& compilers,
                std::ostream& out) {
  std::vector<std::vector<std::string>> rows{
      {"id", "name", "machine", "runs programs"}};
  for (const auto& each : compilers) {
    rows.push_back({each.id, printable(each.name), each.instruction_set,
                    each.runs_programs ? "yes" : "no"});
  }
  write_table(rows, out);
}

}  // namespace compile_command
