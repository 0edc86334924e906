// SPDX-License-Identifier: MIT
#include "process/launch.hpp"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include <cerrno>
#include <csignal>
#include <cstring>

#include "complaint.hpp"

extern char** environ;  // NOLINT(readability-redundant-declaration)

namespace command_line {
namespace {

struct two_ends {
  descriptor read;
  descriptor write;
};

two_ends make_pipe() {
  int ends[2] = {-1, -1};
  if (::pipe2(ends, O_CLOEXEC) != 0) {
    throw complaint{std::string{"There is no pipe to be had: "} +
                    std::strerror(errno) + "."};
  }
  return {descriptor{ends[0]}, descriptor{ends[1]}};
}

// What exec takes, with memory that is allocated before the fork.
class arguments {
 public:
  explicit arguments(const child::start& what) : texts_{what.command} {
    for (std::string& each : texts_) argv_.push_back(each.data());
    argv_.push_back(nullptr);
    for (char** each = environ; *each != nullptr; ++each) {
      const std::string_view entry = *each;
      const std::string name{entry.substr(0, entry.find('='))};
      if (!what.environment.contains(name)) envp_.push_back(*each);
    }
    for (const auto& [name, value] : what.environment) {
      settings_.push_back(name + '=' + value);
    }
    for (std::string& each : settings_) envp_.push_back(each.data());
    envp_.push_back(nullptr);
  }

  void exec() { ::execvpe(argv_[0], argv_.data(), envp_.data()); }

 private:
  std::vector<std::string> texts_;
  std::vector<std::string> settings_;
  std::vector<char*> argv_;
  std::vector<char*> envp_;
};

// Between fork and exec: calls to the system alone.
void become(arguments& program, const std::string& folder, int out,
            pid_t parent) {
  ::setpgid(0, 0);
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (::getppid() != parent) ::_exit(127);
  for (int each = 1; each < NSIG; ++each) {
    if (each != SIGKILL && each != SIGSTOP) ::signal(each, SIG_DFL);
  }
  sigset_t none;
  ::sigemptyset(&none);
  ::sigprocmask(SIG_SETMASK, &none, nullptr);
  const rlimit no_core{0, 0};
  ::setrlimit(RLIMIT_CORE, &no_core);
  const int nothing = ::open("/dev/null", O_RDONLY);
  ::dup2(nothing, 0);
  ::dup2(out, 1);
  ::dup2(out, 2);
  if (folder.empty() || ::chdir(folder.c_str()) == 0) program.exec();
}

}  // namespace

launched launch(const child::start& what) {
  two_ends out = make_pipe();
  // Is closed by exec, or carries why there was none.
  two_ends failure = make_pipe();
  arguments program{what};
  const std::string folder = what.folder.string();
  const pid_t parent = ::getpid();
  const pid_t pid = ::fork();
  if (pid == 0) {
    become(program, folder, out.write.get(), parent);
    const int error = errno;
    static_cast<void>(::write(failure.write.get(), &error, sizeof error) > 0);
    ::_exit(127);
  }
  int error = errno;
  if (pid > 0) {
    // Whichever of the two comes first has it done before the group is used.
    ::setpgid(pid, pid);
    failure.write.close();
    ssize_t count = 0;
    do {
      count = ::read(failure.read.get(), &error, sizeof error);
    } while (count < 0 && errno == EINTR);
    if (count <= 0) {
      ::fcntl(out.read.get(), F_SETFL, O_NONBLOCK);
      return {pid, std::move(out.read)};
    }
    ::waitpid(pid, nullptr, 0);
  }
  throw complaint{what.command.front() +
                  " cannot be started: " + std::strerror(error) + "."};
}

}  // namespace command_line
