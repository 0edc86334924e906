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
constexpr auto patience = std::chrono::seconds{60};

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

// @param end Whatever has come till then: a program may go on writing.
bool terminal::read_more(clock::time_point end) {
  pollfd wait{master_.get(), POLLIN, 0};
  const auto left =
      std::chrono::ceil<std::chrono::milliseconds>(end - clock::now());
  if (left.count() <= 0 ||
      ::poll(&wait, 1, static_cast<int>(left.count())) <= 0) {
    return false;
  }
  std::array<char, 8192> some{};
  const ssize_t count = ::read(master_.get(), some.data(), some.size());
  if (count <= 0) return false;
  bytes_.append(some.data(), static_cast<std::size_t>(count));
  return true;
}

bool terminal::shows(const std::string& text) {
  const auto end = clock::now() + patience;
  for (;;) {
    const std::size_t found = bytes_.find(text, seen_);
    if (found != std::string::npos) {
      seen_ = found + text.size();
      return true;
    }
    if (!read_more(end)) return false;
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
  const auto end = clock::now() + patience;
  while (read_more(end)) {
  }
  int status = 0;
  if (::waitpid(pid_, &status, WNOHANG) == 0) {
    // It has said all, or goes on for ever.
    if (clock::now() >= end) ::kill(pid_, SIGKILL);
    ::waitpid(pid_, &status, 0);
  }
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
