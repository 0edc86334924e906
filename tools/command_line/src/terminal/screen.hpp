// SPDX-License-Identifier: MIT
#pragma once

#include <termios.h>

#include <string>

#include "terminal/output.hpp"
#include "terminal/page.hpp"

namespace command_line {

/// The whole terminal: the alternate screen, keys one by one and without echo.
/// The terminal is as before when this object is destroyed, and when the
/// program crashes. There is one at a time.
class screen {
 public:
  screen();
  ~screen();
  screen(const screen&) = delete;
  screen& operator=(const screen&) = delete;

  [[nodiscard]] static size dimensions();

  /// Shows these lines from the top, in one write, unless they are shown; none
  /// may be wider than the screen.
  void draw(const page& lines);

  /// Gives the terminal back, stops the program as Ctrl-Z does, and takes the
  /// terminal again when it goes on.
  void suspend();

 private:
  void enter();
  void leave();

  termios before_{};
  std::string drawn_;
};

}  // namespace command_line
