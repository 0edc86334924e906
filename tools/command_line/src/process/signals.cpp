// SPDX-License-Identifier: MIT
#include "process/signals.hpp"

#include <sys/signalfd.h>

namespace command_line {

signals::signals(std::initializer_list<int> which) {
  sigset_t set;
  ::sigemptyset(&set);
  for (const int each : which) ::sigaddset(&set, each);
  ::sigprocmask(SIG_BLOCK, &set, &before_);
  fd_ = descriptor{::signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK)};
}

signals::~signals() {
  // One that has come too late is as if it had come after this.
  ::sigprocmask(SIG_SETMASK, &before_, nullptr);
}

int signals::next() const {
  signalfd_siginfo info{};
  if (::read(fd_.get(), &info, sizeof info) != sizeof info) return 0;
  return static_cast<int>(info.ssi_signo);
}

}  // namespace command_line
