// SPDX-License-Identifier: MIT
#include "compile/open_link.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <unistd.h>

#include <array>

namespace compile_command {

bool open_link(const std::string& url) {
  std::string command = "xdg-open";
  std::string target = url;
  const std::array<char*, 3> words{command.data(), target.data(), nullptr};
  posix_spawn_file_actions_t actions{};
  ::posix_spawn_file_actions_init(&actions);
  // What a browser says is not for this terminal.
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    ::posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_RDWR,
                                       0);
  }
  pid_t child = 0;
  const int failed = ::posix_spawnp(&child, command.c_str(), &actions, nullptr,
                                    words.data(), environ);
  ::posix_spawn_file_actions_destroy(&actions);
  return failed == 0;
}

}  // namespace compile_command
