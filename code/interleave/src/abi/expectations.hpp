// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace interleave::engine {

/// The expectations of a test framework, if one is linked in.
struct Expectations {
  /// Whether the caller runs inside of an exploration.
  static bool under_way();

  /// To be called by the framework's bridge when one fails there.
  [[noreturn]] static void failed(const char* file, int line,
                                  const std::string& message);
};

}  // namespace interleave::engine
