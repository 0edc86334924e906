// SPDX-License-Identifier: MIT
#include "keeper/start.hpp"

#include <fcntl.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <string>

namespace live_pages {
namespace {

void limit(__rlimit_resource_t which, rlim_t most) {
  const rlimit both{most, most};
  ::setrlimit(which, &both);
}

void put(const char* file, const std::string& text) {
  const int out = ::open(file, O_WRONLY | O_CLOEXEC);
  if (out < 0) return;
  static_cast<void>(::write(out, text.data(), text.size()) > 0);
  ::close(out);
}

// The same user, in a network of nobody else.
bool go_alone() {
  const std::string user = std::to_string(::getuid());
  const std::string group = std::to_string(::getgid());
  if (::unshare(CLONE_NEWUSER | CLONE_NEWNET | CLONE_NEWIPC) != 0) {
    return false;
  }
  put("/proc/self/setgroups", "deny");
  put("/proc/self/uid_map", user + ' ' + user + " 1");
  put("/proc/self/gid_map", group + ' ' + group + " 1");
  return true;
}

void keep_to(const limits& most) {
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_FSIZE, most.file);
  limit(RLIMIT_NOFILE, 1024);
  // Threads of other programs of this user count as well; the keeper counts
  // those of this one.
  limit(RLIMIT_NPROC, 16'384);
  const auto seconds = static_cast<rlim_t>(most.time.count() / 1000 + 1);
  limit(RLIMIT_CPU, seconds * 16);
}

void become(const order& what, std::vector<char*>& words, pid_t parent) {
  ::setsid();
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (::getppid() != parent) ::_exit(127);
  for (int each = 1; each < NSIG; ++each) ::signal(each, SIG_DFL);
  sigset_t none;
  ::sigemptyset(&none);
  ::sigprocmask(SIG_SETMASK, &none, nullptr);
  if (what.alone && !go_alone()) return;
  keep_to(what.most);
  ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  ::execvp(words[0], words.data());
}

}  // namespace

pid_t start(const order& what) {
  std::vector<std::string> texts = what.command;
  std::vector<char*> words;
  words.reserve(texts.size() + 1);
  for (std::string& each : texts) words.push_back(each.data());
  words.push_back(nullptr);
  std::array<int, 2> failure{-1, -1};
  if (::pipe2(failure.data(), O_CLOEXEC) != 0) return -1;
  const pid_t parent = ::getpid();
  const pid_t child = ::fork();
  if (child == 0) {
    become(what, words, parent);
    const int error = errno;
    static_cast<void>(::write(failure[1], &error, sizeof error) > 0);
    ::_exit(127);
  }
  ::close(failure[1]);
  int error = 0;
  const bool failed = child < 0 || ::read(failure[0], &error, sizeof error) > 0;
  ::close(failure[0]);
  if (!failed) return child;
  if (child > 0) ::waitpid(child, nullptr, 0);
  errno = error;
  return -1;
}

}  // namespace live_pages
