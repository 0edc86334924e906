// SPDX-License-Identifier: MIT
#include "browser/open.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <sstream>
#include <vector>

namespace browser {
namespace {

using words = std::vector<std::string>;

std::string setting(const char* name) {
  const char* const found = std::getenv(name);
  return found == nullptr ? "" : found;
}

words command_of(const std::string& text, const std::string& address) {
  words command;
  bool placed = false;
  std::istringstream all{text};
  for (std::string each; all >> each; command.push_back(each)) {
    const std::size_t at = each.find("%s");
    if (at == std::string::npos) continue;
    each.replace(at, 2, address);
    placed = true;
  }
  if (!placed && !command.empty()) command.push_back(address);
  return command;
}

std::vector<words> commands(const std::string& address) {
  const std::string own = setting("BROWSER");
  if (own.empty()) {
    const bool display =
        !setting("DISPLAY").empty() || !setting("WAYLAND_DISPLAY").empty();
    if (!display) return {};
    return {{"xdg-open", address}};
  }
  std::vector<words> all;
  std::istringstream text{own};
  for (std::string each; std::getline(text, each, ':');) {
    all.push_back(command_of(each, address));
  }
  std::erase_if(all, [](const words& each) { return each.empty(); });
  return all;
}

// In a session of its own, so that neither Ctrl-C nor the terminal's end is its
// concern; what it says is not for this terminal.
pid_t start(words& command) {
  std::vector<char*> arguments;
  arguments.reserve(command.size() + 1);
  for (std::string& each : command) arguments.push_back(each.data());
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions{};
  ::posix_spawn_file_actions_init(&actions);
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    ::posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_RDWR,
                                       0);
  }
  posix_spawnattr_t attributes{};
  ::posix_spawnattr_init(&attributes);
  ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSID);
  pid_t child = -1;
  const int failed = ::posix_spawnp(&child, arguments[0], &actions, &attributes,
                                    arguments.data(), environ);
  ::posix_spawnattr_destroy(&attributes);
  ::posix_spawn_file_actions_destroy(&actions);
  return failed == 0 ? child : -1;
}

// A launcher that finds no browser says so soon; a browser goes on.
bool goes_on(pid_t child) {
  constexpr int patience_ms = 500;
  for (int waited = 0; waited < patience_ms; waited += 10) {
    int status = 0;
    const pid_t ended = ::waitpid(child, &status, WNOHANG);
    if (ended == child) return WIFEXITED(status) && WEXITSTATUS(status) == 0;
    if (ended < 0 && errno != EINTR) return true;
    ::poll(nullptr, 0, 10);
  }
  return true;
}

}  // namespace

bool open(const std::string& address) {
  for (words& each : commands(address)) {
    const pid_t child = start(each);
    if (child > 0 && goes_on(child)) return true;
  }
  return false;
}

}  // namespace browser
