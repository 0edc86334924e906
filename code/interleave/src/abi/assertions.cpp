// SPDX-License-Identifier: MIT
// Failed assertions, and whatever else ends the program.
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <string>
#include <typeinfo>

#include "abi/hook.hpp"
#include "abi/interruption.hpp"
#include "abi/real.hpp"
#include "fibers/machine.hpp"
#include "heap/bytes.hpp"

namespace {

using namespace interleave;          // NOLINT(google-build-using-namespace)
using namespace interleave::engine;  // NOLINT(google-build-using-namespace)

std::string base_name(const char* file) {
  const std::string path = file == nullptr ? "" : file;
  return path.substr(path.rfind('/') + 1);
}

/// If `abort` was called because nobody catches an exception: which.
std::string uncaught() {
  const std::exception_ptr exception = std::current_exception();
  if (exception == nullptr) {
    return {};
  }
  try {
    std::rethrow_exception(exception);
  } catch (const std::exception& caught) {
    return caught.what();
  } catch (...) {
    return "an exception that is no std::exception";
  }
}

[[noreturn]] void end(const char* how, void* pc) {
  const Busy busy;
  const std::string exception = uncaught();
  if (exception.empty()) {
    machine.fail(FailureKind::assertion, how, {to_address(pc)});
  }
  machine.fail(FailureKind::exception,
               "nobody catches an exception: " + exception, {});
}

std::terminate_handler old_handler = nullptr;

void on_terminate() {
  if (Machine::inside()) {
    end("the program called std::terminate, as for a thread that is "
        "neither joined nor detached",
        __builtin_return_address(0));
  }
  old_handler();
}

}  // namespace

namespace interleave::engine {

TerminateHandler::TerminateHandler() {
  old_handler = std::set_terminate(on_terminate);
}

TerminateHandler::~TerminateHandler() { std::set_terminate(old_handler); }

}  // namespace interleave::engine

extern "C" {

INTERLEAVE_HOOK void __assert_fail(const char* expression, const char* file,
                                   unsigned line,
                                   const char* function) noexcept {
  if (Machine::inside()) {
    const Busy busy;
    machine.fail(FailureKind::assertion,
                 "assertion failed at " + base_name(file) + ":" +
                     std::to_string(line) + ": " + expression,
                 {to_address(__builtin_return_address(0))});
  }
  std::fprintf(stderr, "%s:%u: %s: assertion failed: %s\n", file, line,
               function, expression);
  real().abort();
  __builtin_unreachable();
}

INTERLEAVE_HOOK void abort() noexcept {
  if (Machine::inside()) {
    end("the program called abort%1", __builtin_return_address(0));
  }
  real().abort();
  __builtin_unreachable();
}

INTERLEAVE_HOOK void exit(int status) noexcept {
  if (Machine::inside()) {
    const Busy busy;
    machine.fail(FailureKind::unsupported,
                 "the program called exit%1, which is not modelled",
                 {to_address(__builtin_return_address(0))});
  }
  real().exit(status);
  __builtin_unreachable();
}

}  // extern "C"
