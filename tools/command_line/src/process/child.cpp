// SPDX-License-Identifier: MIT
#include "process/child.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <utility>

#include "process/launch.hpp"

namespace command_line {
namespace {

constexpr std::size_t most = 4U << 20U;

}  // namespace

child::child(const start& what) {
  launched begun = launch(what);
  pid_ = begun.pid;
  out_ = std::move(begun.out);
}

child::child(child&& other) noexcept
    : pid_{std::exchange(other.pid_, -1)},
      out_{std::move(other.out_)},
      output_{std::move(other.output_)} {}

child& child::operator=(child&& other) noexcept {
  std::swap(pid_, other.pid_);
  std::swap(out_, other.out_);
  std::swap(output_, other.output_);
  return *this;
}

child::~child() { stop(); }

std::optional<ending> child::reap(bool wait) {
  if (pid_ < 0) return ending{};
  // Its group is killed before its number can be given to another.
  siginfo_t info{};
  const int flags = WEXITED | WNOWAIT | (wait ? 0 : WNOHANG);
  while (::waitid(P_PID, static_cast<id_t>(pid_), &info, flags) != 0) {
    if (errno != EINTR) return ending{};
  }
  if (info.si_pid == 0) return std::nullopt;
  ::kill(-pid_, SIGKILL);
  int status = 0;
  while (::waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
  }
  pid_ = -1;
  if (WIFSIGNALED(status)) return ending{.signal = WTERMSIG(status)};
  return ending{.code = WEXITSTATUS(status)};
}

std::optional<ending> child::pump() {
  // Others want their turn, however much it says.
  constexpr int turns = 64;
  std::array<char, 65536> some{};
  for (int turn = 0; out_; ++turn) {
    if (turn == turns) return std::nullopt;
    const ssize_t count = ::read(out_.get(), some.data(), some.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0 && errno == EAGAIN) return std::nullopt;
    if (count <= 0) {
      out_.close();
      break;
    }
    const std::size_t room = most - std::min(most, output_.size());
    output_.append(some.data(),
                   std::min(room, static_cast<std::size_t>(count)));
  }
  return reap(false);
}

void child::stop(std::chrono::milliseconds patience) {
  if (pid_ < 0) return;
  if (patience.count() > 0) {
    ::kill(-pid_, SIGTERM);
    const auto end = std::chrono::steady_clock::now() + patience;
    while (std::chrono::steady_clock::now() < end && !pump()) {
      pollfd wait{out_.get(), POLLIN, 0};
      ::poll(&wait, out_ ? 1 : 0, 10);
    }
  }
  if (pid_ < 0) return;
  ::kill(-pid_, SIGKILL);
  reap(true);
}

std::optional<std::string> output_of(const std::vector<std::string>& command,
                                     std::chrono::milliseconds limit) try {
  child program{{.command = command}};
  const auto end = std::chrono::steady_clock::now() + limit;
  while (std::chrono::steady_clock::now() < end) {
    if (const std::optional<ending> how = program.pump()) {
      if (!how->well()) return std::nullopt;
      return program.output();
    }
    pollfd wait{program.fd(), POLLIN, 0};
    ::poll(&wait, program.fd() >= 0 ? 1 : 0, 10);
  }
  return std::nullopt;
} catch (const std::exception&) {
  return std::nullopt;
}

}  // namespace command_line
