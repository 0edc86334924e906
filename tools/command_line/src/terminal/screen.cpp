// SPDX-License-Identifier: MIT
#include "terminal/screen.hpp"

#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <string>
#include <utility>

namespace command_line {
namespace {

constexpr std::string_view begin = "\x1b[?1049h\x1b[?25l\x1b[?7l";
constexpr std::string_view end = "\x1b[0m\x1b[?7h\x1b[?25h\x1b[?1049l";
constexpr std::array crashes = {SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL};

// What a crash has to restore; read by a signal handler.
termios before_crash;

void put(std::string_view text) {
  while (!text.empty()) {
    const ssize_t count = ::write(STDOUT_FILENO, text.data(), text.size());
    if (count < 0 && errno != EINTR && errno != EAGAIN) return;
    if (count > 0) text.remove_prefix(static_cast<std::size_t>(count));
  }
}

void set(const termios& mode) {
  while (::tcsetattr(STDIN_FILENO, TCSADRAIN, &mode) != 0 && errno == EINTR) {
  }
}

extern "C" void restore_and_crash(int signal) {
  put(end);
  ::tcsetattr(STDIN_FILENO, TCSANOW, &before_crash);
  // SA_RESETHAND: this time it is the crash itself.
  ::raise(signal);
}

void at_crash(bool restore) {
  struct sigaction action{};
  action.sa_handler = restore ? restore_and_crash : SIG_DFL;
  action.sa_flags = static_cast<int>(SA_RESETHAND | SA_NODEFER);
  for (const int each : crashes) ::sigaction(each, &action, nullptr);
}

}  // namespace

screen::screen() {
  ::tcgetattr(STDIN_FILENO, &before_);
  before_crash = before_;
  at_crash(true);
  enter();
}

screen::~screen() {
  leave();
  at_crash(false);
}

size screen::dimensions() { return terminal_size(STDOUT_FILENO); }

void screen::enter() {
  termios mode = before_;
  mode.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO);
  mode.c_cc[VMIN] = 1;
  mode.c_cc[VTIME] = 0;
  set(mode);
  put(begin);
}

void screen::leave() {
  drawn_.clear();
  put(end);
  set(before_);
}

void screen::draw(const page& lines) {
  const bool colour = wants_colour(STDOUT_FILENO);
  std::string all = "\x1b[H";
  for (std::size_t k = 0; k < lines.size(); ++k) {
    if (k > 0) all += "\r\n";
    all += render(lines[k], colour) + "\x1b[K";
  }
  all += "\x1b[J";
  if (all == drawn_) return;
  put(all);
  drawn_ = std::move(all);
}

void screen::suspend() {
  leave();
  ::raise(SIGSTOP);
  enter();
}

}  // namespace command_line
