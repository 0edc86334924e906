// SPDX-License-Identifier: MIT
#include "keeper/family.hpp"

#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>

namespace live_pages {
namespace {

namespace fs = std::filesystem;

fs::path folder_of(pid_t process) {
  return fs::path{"/proc"} / std::to_string(process);
}

void add_children(pid_t of, std::vector<pid_t>& to) {
  std::error_code error;
  for (const auto& task :
       fs::directory_iterator{folder_of(of) / "task", error}) {
    std::ifstream text{task.path() / "children"};
    for (pid_t each = 0; text >> each;) to.push_back(each);
  }
}

// Where the kernel keeps no lists of children: the parents of all processes.
std::multimap<pid_t, pid_t> by_parent() {
  std::multimap<pid_t, pid_t> children;
  std::error_code error;
  for (const auto& each : fs::directory_iterator{"/proc", error}) {
    const std::string name = each.path().filename().string();
    if (name.find_first_not_of("0123456789") != std::string::npos) continue;
    std::ifstream file{each.path() / "stat"};
    std::string text;
    std::getline(file, text);
    const std::size_t end = text.rfind(')');
    if (end == std::string::npos || end + 4 > text.size()) continue;
    children.emplace(std::stoi(text.substr(end + 4)), std::stoi(name));
  }
  return children;
}

bool has_lists() {
  static const bool has = fs::exists(folder_of(::getpid()) / "task" /
                                     std::to_string(::getpid()) / "children");
  return has;
}

}  // namespace

std::vector<pid_t> family() {
  std::vector<pid_t> found;
  std::multimap<pid_t, pid_t> all;
  if (!has_lists()) all = by_parent();
  const auto add = [&](pid_t of) {
    if (has_lists()) return add_children(of, found);
    const auto [first, last] = all.equal_range(of);
    for (auto each = first; each != last; ++each) found.push_back(each->second);
  };
  add(::getpid());
  for (std::size_t k = 0; k < found.size(); ++k) add(found[k]);
  return found;
}

std::size_t memory_of(const std::vector<pid_t>& processes) {
  const auto page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
  std::size_t pages = 0;
  for (const pid_t each : processes) {
    std::ifstream text{folder_of(each) / "statm"};
    std::size_t size = 0;
    std::size_t resident = 0;
    if (text >> size >> resident) pages += resident;
  }
  return pages * page;
}

void end_family() {
  // Stopped first: none of them can start another while they are killed.
  for (int round = 0;; ++round) {
    const std::vector<pid_t> all = family();
    for (const pid_t each : all) ::kill(each, round == 0 ? SIGSTOP : SIGKILL);
    pid_t reaped = 0;
    do {
      reaped = ::waitpid(-1, nullptr, WNOHANG);
    } while (reaped > 0);
    if (reaped < 0) return;
    if (round > 1) ::poll(nullptr, 0, 1);
  }
}

}  // namespace live_pages
