// SPDX-License-Identifier: MIT
// Runs a command under limits and leaves nothing of it behind, whatever it does
// and whatever becomes of whoever asked. See keeper/order.hpp.
#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <exception>

#include "keeper/family.hpp"
#include "keeper/order.hpp"
#include "keeper/start.hpp"

namespace live_pages {
namespace {

using clock = std::chrono::steady_clock;

constexpr int look_every = 15;  // milliseconds

std::string in_words(int status) {
  return WIFSIGNALED(status) ? "signal " + std::to_string(WTERMSIG(status))
                             : "exited " + std::to_string(WEXITSTATUS(status));
}

// Takes what has ended; gives the program's own ending once that has.
std::string reap(pid_t program) {
  std::string how;
  int status = 0;
  for (pid_t each = 0; (each = ::waitpid(-1, &status, WNOHANG)) > 0;) {
    if (each == program) how = in_words(status);
  }
  return how;
}

std::string too_much(const limits& most) {
  const std::vector<pid_t> all = family();
  if (all.size() > most.processes) return "processes";
  if (memory_of(all) > most.memory) return "memory";
  return "";
}

std::string watch(pid_t program, const limits& most, int children) {
  const auto end = clock::now() + most.time;
  for (;;) {
    std::array<pollfd, 2> polled{
        {{control_fd, POLLIN, 0}, {children, POLLIN, 0}}};
    ::poll(polled.data(), polled.size(), look_every);
    if (polled[0].revents != 0) return "stopped";
    signalfd_siginfo ignored{};
    while (::read(children, &ignored, sizeof ignored) > 0) {
    }
    if (std::string how = reap(program); !how.empty()) return how;
    if (clock::now() >= end) return "time";
    if (std::string what = too_much(most); !what.empty()) return what;
  }
}

int keep(const order& what) {
  ::fcntl(control_fd, F_SETFD, FD_CLOEXEC);
  ::fcntl(report_fd, F_SETFD, FD_CLOEXEC);
  ::prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
  sigset_t ended;
  ::sigemptyset(&ended);
  ::sigaddset(&ended, SIGCHLD);
  ::sigprocmask(SIG_BLOCK, &ended, nullptr);
  const int children = ::signalfd(-1, &ended, SFD_CLOEXEC | SFD_NONBLOCK);
  std::string how;
  if (const pid_t program = start(what); program > 0) {
    // Whoever waits for the end of the output is not to wait for the keeper.
    for (int each = 0; each < 3; ++each) ::close(each);
    how = watch(program, what.most, children);
    end_family();
  } else {
    how = std::string{"failed "} + std::strerror(errno);
  }
  how += '\n';
  return ::write(report_fd, how.data(), how.size()) > 0 ? 0 : 1;
}

}  // namespace
}  // namespace live_pages

int main(int argc, char** argv) try {
  return live_pages::keep(live_pages::from_arguments({argv + 1, argv + argc}));
} catch (const std::exception&) {
  return 2;
}
