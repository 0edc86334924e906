// SPDX-License-Identifier: MIT
#include "report/subprocess.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>

extern char** environ;

namespace interleave::engine {

std::string own_program() {
  std::array<char, 4096> path{};
  const ssize_t length =
      readlink("/proc/self/exe", path.data(), path.size() - 1);
  return length > 0 ? std::string{path.data()} : std::string{};
}

Subprocess::~Subprocess() {
  if (running()) {
    // At the end of its input it ends.
    close(in_);
    close(out_);
    int status = 0;
    waitpid(child_, &status, 0);
  }
}

bool Subprocess::start(const std::vector<std::string>& command) {
  std::array<int, 2> in{};
  std::array<int, 2> out{};
  if (command.empty() || command[0].empty() ||
      pipe2(in.data(), O_CLOEXEC) != 0) {
    return false;
  }
  if (pipe2(out.data(), O_CLOEXEC) != 0) {
    close(in[0]);
    close(in[1]);
    return false;
  }
  std::vector<std::string> words = command;
  std::vector<char*> arguments;
  for (std::string& word : words) {
    arguments.push_back(word.data());
  }
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, in[0], STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, out[1], STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null",
                                   O_WRONLY, 0);
  const int error = posix_spawnp(&child_, arguments[0], &actions, nullptr,
                                 arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  close(in[0]);
  close(out[1]);
  in_ = in[1];
  out_ = out[0];
  if (error != 0) {
    child_ = 0;
    close(in_);
    close(out_);
  }
  return running();
}

bool Subprocess::write(const std::string& text) {
  return running() && ::write(in_, text.data(), text.size()) ==
                          static_cast<ssize_t>(text.size());
}

bool Subprocess::read_line(std::string& line) {
  for (;;) {
    const std::size_t end = buffer_.find('\n');
    if (end != std::string::npos) {
      line = buffer_.substr(0, end);
      buffer_.erase(0, end + 1);
      return true;
    }
    std::array<char, 4096> chunk{};
    const ssize_t count =
        running() ? read(out_, chunk.data(), chunk.size()) : 0;
    if (count <= 0) {
      return false;
    }
    buffer_.append(chunk.data(), static_cast<std::size_t>(count));
  }
}

}  // namespace interleave::engine
