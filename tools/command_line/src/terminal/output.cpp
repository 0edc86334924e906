// SPDX-License-Identifier: MIT
#include "terminal/output.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <string_view>

namespace command_line {

size terminal_size(int fd) {
  winsize found{};
  if (::ioctl(fd, TIOCGWINSZ, &found) != 0 || found.ws_col == 0 ||
      found.ws_row == 0) {
    return {};
  }
  return {found.ws_col, found.ws_row};
}

bool wants_colour(int fd) {
  const char* const no_colour = std::getenv("NO_COLOR");
  const char* const terminal = std::getenv("TERM");
  return (no_colour == nullptr || *no_colour == '\0') && ::isatty(fd) == 1 &&
         terminal != nullptr && std::string_view{terminal} != "dumb";
}

std::size_t text_width() {
  constexpr std::size_t most = 100;
  return std::clamp<std::size_t>(terminal_size(STDOUT_FILENO).columns, 20,
                                 most);
}

void print(const page& text) {
  const bool colour = wants_colour(STDOUT_FILENO);
  for (const line& each : text) std::cout << render(each, colour) << '\n';
  std::cout << std::flush;
}

void print(const line& text) { print(wrap(text, text_width())); }

}  // namespace command_line
