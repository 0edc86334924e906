// SPDX-License-Identifier: MIT
#include "support/program.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>

namespace command_line_tests {

void become_program(const small_house& house,
                    const std::vector<std::string>& words) {
  const char* const path = std::getenv("PATH");
  ::setenv("PATH",
           (house.root() / "bin")
               .string()
               .append(":")
               .append(path == nullptr ? "/usr/bin:/bin" : path)
               .c_str(),
           1);
  ::setenv("LOCKSMITH_ROOT", house.root().c_str(), 1);
  ::setenv("LOCKSMITH_BUILD", house.build().c_str(), 1);
  std::vector<std::string> texts = words;
  std::string program = program_file;
  std::vector<char*> arguments{program.data()};
  for (std::string& each : texts) arguments.push_back(each.data());
  arguments.push_back(nullptr);
  ::execv(program.c_str(), arguments.data());
  ::_exit(127);
}

said run(const small_house& house, const std::vector<std::string>& words) {
  std::array<int, 2> ends{};
  if (::pipe(ends.data()) != 0) std::abort();
  const pid_t pid = ::fork();
  if (pid == 0) {
    ::dup2(ends[1], STDOUT_FILENO);
    ::dup2(ends[1], STDERR_FILENO);
    ::close(ends[0]);
    ::close(ends[1]);
    become_program(house, words);
  }
  ::close(ends[1]);
  said result;
  std::array<char, 8192> some{};
  for (ssize_t count = 0;
       (count = ::read(ends[0], some.data(), some.size())) > 0;) {
    result.text.append(some.data(), static_cast<std::size_t>(count));
  }
  ::close(ends[0]);
  int status = 0;
  ::waitpid(pid, &status, 0);
  result.code =
      WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
  return result;
}

}  // namespace command_line_tests
