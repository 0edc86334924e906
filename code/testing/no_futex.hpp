// SPDX-License-Identifier: MIT
#pragma once

#include <functional>

namespace testing_support {

/// Whether a process can have its system calls forbidden here. Under an
/// emulator of another processor it cannot.
bool can_forbid_calls();

/// Runs `body` and ends the process with status 0; if `body` makes a futex
/// system call, the kernel ends the process with SIGSYS instead (seccomp(2)).
/// For use in a death test.
[[noreturn]] void run_without_futex(const std::function<void()>& body);

}  // namespace testing_support
