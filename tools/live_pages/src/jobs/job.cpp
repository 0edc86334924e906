// SPDX-License-Identifier: MIT
#include "jobs/job.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <utility>

#include "jobs/spawn.hpp"

namespace live_pages {
namespace {

// Of a stream, what is read and thrown away before the program is stopped.
constexpr std::size_t flood = 1U << 20U;

outcome::kind kind_of(std::string_view word) {
  using enum outcome::kind;
  constexpr std::array<std::pair<std::string_view, outcome::kind>, 6> known{
      {{"exited", exited},
       {"signal", signal},
       {"time", time},
       {"memory", memory},
       {"processes", processes},
       {"failed", failed}}};
  for (const auto& [name, kind] : known) {
    if (word == name) return kind;
  }
  return stopped;
}

}  // namespace

job::job(start what)
    : what_{std::move(what)},
      out_{{}, &outcome_.out},
      err_{{}, &outcome_.err},
      begun_{std::chrono::steady_clock::now()} {
  launch();
}

job::~job() { end(); }

void job::launch() {
  spawned made = spawn_keeper({what_.most, what_.alone, what_.command},
                              what_.folder, what_.environment);
  keeper_ = made.pid;
  input_ = std::move(made.input);
  out_.from = std::move(made.out);
  err_.from = std::move(made.err);
  control_ = std::move(made.control);
  report_ = std::move(made.report);
}

bool job::advance(std::chrono::milliseconds patience) {
  if (keeper_ < 0) return true;
  feed();
  std::array<pollfd, 4> polled{
      {{out_.from.get(), POLLIN, 0},
       {err_.from.get(), POLLIN, 0},
       {report_.get(), POLLIN, 0},
       {what_.input.empty() ? -1 : input_.get(), POLLOUT, 0}}};
  ::poll(polled.data(), polled.size(), static_cast<int>(patience.count()));
  feed();
  take(out_);
  take(err_);
  if (polled[2].revents != 0) read_report();
  return keeper_ < 0;
}

outcome job::wait() {
  while (!advance(std::chrono::seconds{1})) {
  }
  return outcome_;
}

void job::feed() {
  while (!what_.input.empty() && input_) {
    const ssize_t count =
        ::write(input_.get(), what_.input.data(), what_.input.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0 && errno == EAGAIN) return;
    if (count < 0) break;
    what_.input.erase(0, static_cast<std::size_t>(count));
  }
  input_.close();
}

void job::take(stream& from) {
  std::array<char, 16384> some{};
  while (from.from) {
    const ssize_t count = ::read(from.from.get(), some.data(), some.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0 && errno == EAGAIN) return;
    if (count <= 0) {
      from.from.close();
      return;
    }
    const auto size = static_cast<std::size_t>(count);
    const std::size_t room =
        what_.most.output - std::min(what_.most.output, from.to->size());
    from.to->append(some.data(), std::min(room, size));
    from.seen += size;
    if (size > room) outcome_.truncated = true;
    if (from.seen > what_.most.output + flood) {
      control_.close();
      from.from.close();
    }
  }
}

void job::read_report() {
  std::array<char, 512> some{};
  const ssize_t count = ::read(report_.get(), some.data(), some.size());
  if (count < 0 && (errno == EINTR || errno == EAGAIN)) return;
  if (count > 0) {
    reported_.append(some.data(), static_cast<std::size_t>(count));
    return;
  }
  const std::size_t blank = reported_.find_first_of(" \n");
  outcome_.how = kind_of(reported_.substr(0, blank));
  if (outcome_.how == outcome::kind::failed) {
    outcome_.reason = reported_.substr(blank + 1);
  } else if (blank != std::string::npos && reported_[blank] == ' ') {
    outcome_.number = std::atoi(reported_.c_str() + blank + 1);
  }
  // Nobody else can write any more: what is there is all.
  take(out_);
  take(err_);
  end();
}

void job::end() {
  if (keeper_ < 0) return;
  control_.close();
  int status = 0;
  while (::waitpid(keeper_, &status, 0) < 0 && errno == EINTR) {
  }
  keeper_ = -1;
  outcome_.took = std::chrono::duration_cast<std::chrono::milliseconds>(
      std::chrono::steady_clock::now() - begun_);
}

}  // namespace live_pages
