// SPDX-License-Identifier: MIT
#pragma once

#include <sys/types.h>

#include <chrono>
#include <string>
#include <vector>

#include "process/descriptor.hpp"
#include "support/small_house.hpp"

/// The terminal shows the text; if not, all that it has shown is printed.
#define ASSERT_SHOWS(where, text) \
  ASSERT_TRUE((where).shows(text)) << (where).bytes()

namespace command_line_tests {

/// The program at a pseudo-terminal.
class terminal {
 public:
  /// Starts `locksmith WORDS...` in this house.
  terminal(const small_house& house, const std::vector<std::string>& words,
           unsigned short rows = 40, unsigned short columns = 80);
  ~terminal();
  terminal(const terminal&) = delete;
  terminal& operator=(const terminal&) = delete;

  /// Reads until this text is seen that was not matched before.
  /// @returns Whether it came, before the program ended or a long time was
  /// over.
  bool shows(const std::string& text);

  void type(const std::string& keys) const;
  void resize(unsigned short rows, unsigned short columns) const;
  void send(int signal) const;

  /// Reads until the program ends.
  /// @returns What it returned, or 128 and the signal that killed it.
  int ends();

  /// All bytes so far.
  [[nodiscard]] const std::string& bytes() const { return bytes_; }

  /// Whether keys come line by line and are echoed, on the usual screen.
  [[nodiscard]] bool is_as_before() const;

 private:
  using clock = std::chrono::steady_clock;

  bool read_more(clock::time_point end);

  pid_t pid_ = -1;
  command_line::descriptor master_;
  std::string bytes_;
  std::size_t seen_ = 0;
};

}  // namespace command_line_tests
