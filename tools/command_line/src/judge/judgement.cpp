// SPDX-License-Identifier: MIT
#include "judge/judgement.hpp"

#include <cstring>
#include <sstream>
#include <utility>

#include "judge/compiler_output.hpp"
#include "judge/test_output.hpp"

namespace command_line {
namespace {

// The checker explores a failing program once more, for an execution that is
// easier to read: the last result that the test's message tells of.
void find_execution(std::string_view results, verdict& of) {
  std::istringstream lines{std::string{results}};
  for (std::string each; std::getline(lines, each);) {
    std::optional<execution> found = read_execution(each);
    if (!found || of.test.message.find(found->sentence) == std::string::npos) {
      continue;
    }
    of.shown = std::move(found);
    of.json = each;
  }
}

verdict read(std::string_view output, std::string_view results) {
  test_output tests = read_test_output(output);
  verdict result;
  result.passed = tests.passed;
  result.skipped = std::move(tests.skipped);
  if (!tests.failed.empty()) {
    result.how = verdict::kind::failed;
    result.test = tests.failed.front();
    find_execution(results, result);
  } else if (!tests.running.empty()) {
    result.test.name = tests.running;
    result.test.message = tests.said;
  }
  return result;
}

std::string last_line(std::string_view output) {
  while (output.ends_with('\n')) output.remove_suffix(1);
  return std::string{output.substr(output.rfind('\n') + 1)};
}

}  // namespace

verdict judge_build(const exercise& of, std::string_view output) {
  verdict result;
  result.how = verdict::kind::does_not_compile;
  result.error = first_error(output, of.answer.filename().string());
  result.build_output = output;
  return result;
}

verdict judge_run(ending how, std::string_view output,
                  std::string_view results) {
  verdict result = read(output, results);
  if (result.how == verdict::kind::failed) return result;
  if (how.well() && result.test.name.empty()) {
    const bool any = result.passed > 0;
    result.how = any ? verdict::kind::passed : verdict::kind::not_judged;
    if (!any) result.reason = "Not one test has run.";
    return result;
  }
  result.how = verdict::kind::crashed;
  result.reason = how.well() ? "It ended the program in the middle of a test."
                  : how.signal != 0
                      ? std::string{"It was ended by a signal: "} +
                            ::strsignal(how.signal) + "."
                      : "It ended with code " + std::to_string(how.code) + ".";
  if (result.test.message.empty()) result.test.message = last_line(output);
  return result;
}

verdict judge_endless(std::string_view output, std::string threads,
                      std::string_view results) {
  verdict result = read(output, results);
  if (result.how == verdict::kind::failed) return result;
  result.how = verdict::kind::does_not_end;
  result.threads = std::move(threads);
  return result;
}

}  // namespace command_line
