// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "process/descriptor.hpp"

namespace live_pages_tests {

/// A connection to a port of this machine, byte by byte.
class connection {
 public:
  explicit connection(int port, const std::string& address = "127.0.0.1");

  [[nodiscard]] bool made() const { return made_; }
  void send(const std::string& text);

  /// Waits for the next bytes; empty at the end.
  [[nodiscard]] std::string some();

  /// What comes until the other end closes.
  [[nodiscard]] std::string rest();

  /// Closes our end, at once.
  void close() { fd_.close(); }

 private:
  command_line::descriptor fd_;
  bool made_ = false;
};

}  // namespace live_pages_tests
