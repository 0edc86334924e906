// SPDX-License-Identifier: MIT
#pragma once

#include <csignal>
#include <initializer_list>

#include "process/descriptor.hpp"

namespace command_line {

/// Takes signals in the order of the program, where they are read, instead of
/// wherever it happens to be. Children do not inherit this.
class signals {
 public:
  explicit signals(std::initializer_list<int> which);
  ~signals();
  signals(const signals&) = delete;
  signals& operator=(const signals&) = delete;

  /// Readable when a signal has come.
  [[nodiscard]] int fd() const { return fd_.get(); }

  /// The next one that has come; 0 if there is none.
  [[nodiscard]] int next() const;

 private:
  sigset_t before_{};
  descriptor fd_;
};

/// Thrown where a signal ends what the program was about.
struct interrupted {
  int signal = 0;
};

}  // namespace command_line
