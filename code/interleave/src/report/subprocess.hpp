// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace interleave::engine {

/// A program that answers questions, line by line: it is started once, since
/// what it reads of the program under check takes it most of its time.
class Subprocess {
 public:
  Subprocess() = default;
  ~Subprocess();
  Subprocess(const Subprocess&) = delete;
  Subprocess& operator=(const Subprocess&) = delete;

  /// False if it cannot be run.
  bool start(const std::vector<std::string>& command);
  [[nodiscard]] bool running() const { return child_ > 0; }

  /// The text must fit into a pipe.
  bool write(const std::string& text);
  /// The next line; false at the end.
  bool read_line(std::string& line);

 private:
  int child_ = 0;
  int in_ = -1;
  int out_ = -1;
  std::string buffer_;
};

/// The file of the running program.
std::string own_program();

}  // namespace interleave::engine
