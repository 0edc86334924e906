// SPDX-License-Identifier: MIT
#include "support/terminal.hpp"

#include <poll.h>
#include <pty.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>

#include "support/program.hpp"

namespace command_line_tests {
namespace {

// Only ever waited for in full by a test that fails.
constexpr int patience_ms = 60'000;

}  // namespace

terminal::terminal(const small_house& house,
                   const std::vector<std::string>& words, unsigned short rows,
                   unsigned short columns) {
  const winsize size{rows, columns, 0, 0};
  int master = -1;
  pid_ = ::forkpty(&master, nullptr, nullptr, &size);
  if (pid_ == 0) {
    ::setenv("TERM", "xterm", 1);
    ::unsetenv("NO_COLOR");
    become_program(house, words);
  }
  master_ = command_line::descriptor{master};
}

terminal::~terminal() {
  if (pid_ <= 0) return;
  ::kill(pid_, SIGKILL);
  ::waitpid(pid_, nullptr, 0);
}

bool terminal::read_more() {
  pollfd wait{master_.get(), POLLIN, 0};
  if (::poll(&wait, 1, patience_ms) <= 0) return false;
  std::array<char, 8192> some{};
  const ssize_t count = ::read(master_.get(), some.data(), some.size());
  if (count <= 0) return false;
  bytes_.append(some.data(), static_cast<std::size_t>(count));
  return true;
}

bool terminal::shows(const std::string& text) {
  for (;;) {
    const std::size_t found = bytes_.find(text, seen_);
    if (found != std::string::npos) {
      seen_ = found + text.size();
      return true;
    }
    if (!read_more()) return false;
  }
}

void terminal::type(const std::string& keys) const {
  if (::write(master_.get(), keys.data(), keys.size()) < 0) std::abort();
}

void terminal::resize(unsigned short rows, unsigned short columns) const {
  const winsize size{rows, columns, 0, 0};
  ::ioctl(master_.get(), TIOCSWINSZ, &size);
}

void terminal::send(int signal) const { ::kill(pid_, signal); }

int terminal::ends() {
  while (read_more()) {
  }
  int status = 0;
  ::waitpid(pid_, &status, 0);
  pid_ = -1;
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

bool terminal::is_as_before() const {
  termios mode{};
  ::tcgetattr(master_.get(), &mode);
  const auto last = [this](const char* text) { return bytes_.rfind(text); };
  const bool usual_screen = last("\x1b[?1049h") == std::string::npos ||
                            (last("\x1b[?1049l") != std::string::npos &&
                             last("\x1b[?1049l") > last("\x1b[?1049h") &&
                             last("\x1b[?25h") > last("\x1b[?25l"));
  constexpr tcflag_t usual = ICANON | ECHO;
  return usual_screen && (mode.c_lflag & usual) == usual;
}

}  // namespace command_line_tests
