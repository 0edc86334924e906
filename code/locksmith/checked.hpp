// SPDX-License-Identifier: MIT
#pragma once

#include <cstdio>
#include <cstdlib>

namespace locksmith::detail {

[[noreturn, gnu::cold, gnu::noinline]] inline void precondition_violated(
    const char* what) noexcept {
  std::fprintf(stderr, "locksmith: precondition violated: %s\n", what);
  std::abort();
}

// Ends the program unless `condition` holds, in every build: a broken lock
// corrupts what it guards, far from the mistake. In a constant expression it
// does not compile instead.
constexpr void expects(bool condition, const char* what) noexcept {
  if (!condition) [[unlikely]] {
    precondition_violated(what);
  }
}

}  // namespace locksmith::detail
