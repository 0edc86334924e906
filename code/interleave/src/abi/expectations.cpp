// SPDX-License-Identifier: MIT
#include "abi/expectations.hpp"

#include "fibers/machine.hpp"
#include "heap/bytes.hpp"

namespace interleave::engine {
namespace {

/// The message's lines as one sentence.
std::string flat(const std::string& message) {
  std::string result;
  for (const char c : message) {
    if (c == '\n') {
      result += "; ";
    } else if (c != ' ' || result.empty() || result.back() != ' ') {
      result += c;
    }
  }
  return result;
}

}  // namespace

bool Expectations::under_way() { return Machine::inside(); }

void Expectations::failed(const char* file, int line,
                          const std::string& message) {
  const Busy busy;
  std::string name = file == nullptr ? "" : file;
  name = name.substr(name.rfind('/') + 1);
  machine.fail(FailureKind::expectation,
               "an expectation failed at " + name + ":" + std::to_string(line) +
                   ": " + flat(message),
               {});
}

}  // namespace interleave::engine
