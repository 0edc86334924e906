// SPDX-License-Identifier: MIT
#include "api/result.hpp"

#include <csignal>
#include <cstring>
#include <nlohmann/json.hpp>

#include "api/lines.hpp"

namespace live_pages {
namespace {

using nlohmann::json;

constexpr int shell_says_signal = 128;

// Inside a sandbox a signal comes as a number that is returned, too.
int code_of(const outcome& how) {
  if (how.how == outcome::kind::exited) return how.number;
  if (how.how == outcome::kind::signal) return shell_says_signal + how.number;
  return -1;
}

std::string last_words(const outcome& how) {
  switch (how.how) {
    case outcome::kind::time:
      return "Killed - processing time exceeded";
    case outcome::kind::memory:
      return "Killed - too much memory";
    case outcome::kind::processes:
      return "Killed - too many processes";
    case outcome::kind::stopped:
      return how.truncated ? "Killed - too much output" : "Killed";
    case outcome::kind::failed:
      return "Could not be started: " + how.reason;
    default:
      break;
  }
  const int signal = code_of(how) - shell_says_signal;
  const char* const name = signal > 0 ? ::sigabbrev_np(signal) : nullptr;
  if (name == nullptr) return "";
  return std::string{"Program terminated with signal: SIG"} + name;
}

json common(const outcome& how, json err) {
  json out = to_lines(how.out);
  if (how.truncated) out.push_back({{"text", "[Truncated]"}});
  if (const std::string words = last_words(how); !words.empty()) {
    err.push_back({{"text", words}});
  }
  return {{"code", code_of(how)},
          {"okToCache", false},
          {"timedOut", how.how == outcome::kind::time},
          {"truncated", how.truncated},
          {"stdout", std::move(out)},
          {"stderr", std::move(err)},
          {"execTime", how.took.count()}};
}

}  // namespace

json of_compiler(const outcome& how) {
  json all = common(how, to_diagnostics(how.err));
  all["asm"] = json::array();
  all["inputFilename"] = "example.cpp";
  return all;
}

json of_program(const outcome& how) {
  json all = common(how, to_lines(how.err));
  all["didExecute"] = how.how != outcome::kind::failed;
  return all;
}

json refused(const std::string& why) {
  return {{"code", -1},
          {"didExecute", false},
          {"okToCache", false},
          {"timedOut", false},
          {"truncated", false},
          {"stdout", json::array()},
          {"stderr", json::array({{{"text", why}}})},
          {"asm", failed_assembly()}};
}

json failed_assembly() {
  return json::array({{{"text", "<Compilation failed>"}, {"source", nullptr}}});
}

}  // namespace live_pages
