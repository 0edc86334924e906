// SPDX-License-Identifier: MIT
#include "jobs/sandbox.hpp"

#include <algorithm>
#include <cstdlib>
#include <sstream>
#include <utility>

#include "jobs/job.hpp"
#include "jobs/self.hpp"

namespace live_pages {
namespace {

namespace fs = std::filesystem;

// Whether a tool that building takes lies in there.
bool holds_tools(const fs::path& folder) {
  const char* const path = std::getenv("PATH");
  std::istringstream folders{path != nullptr ? path : ""};
  for (std::string each; std::getline(folders, each, ':');) {
    for (const char* tool : {"g++", "clang++", "cmake", "ninja"}) {
      std::error_code error;
      const fs::path file = fs::canonical(fs::path{each} / tool, error);
      if (error) continue;
      const auto end = std::ranges::mismatch(folder, file).in1;
      if (end == folder.end()) return true;
    }
  }
  return false;
}

// The reader's own files are not the program's; sockets of other programs lie
// in the other two.
std::vector<std::string> hidden() {
  std::vector<std::string> folders{"/tmp", "/run"};
  const char* const home = std::getenv("HOME");
  std::error_code error;
  const fs::path own = fs::canonical(home != nullptr ? home : "", error);
  if (!error && own.has_relative_path() && !holds_tools(own)) {
    folders.push_back(own);
  }
  return folders;
}

bool works(const std::vector<std::string>& command, bool alone) {
  job probe{{.command = command, .alone = alone}};
  return probe.wait().well();
}

}  // namespace

sandbox::sandbox(fs::path root) : root_{std::move(root)} {
  kind_ = kind::bubblewrap;
  if (works(wrap({"true"}, {fs::temp_directory_path()}), false)) return;
  kind_ = works({"true"}, true) ? kind::namespaces : kind::none;
}

sandbox::sandbox(fs::path root, kind which)
    : root_{std::move(root)}, kind_{which} {}

std::string sandbox::describe() const {
  switch (kind_) {
    case kind::bubblewrap:
      return "Programs run in a sandbox (bubblewrap): without a network, and "
             "with one folder to write to.";
    case kind::namespaces:
      return "Programs run without a network, but may read and write what you "
             "may. For a sandbox: apt install bubblewrap";
    default:
      return "Programs run as you do, within limits but in no sandbox: there "
             "is neither bubblewrap nor are namespaces allowed. apt install "
             "bubblewrap";
  }
}

std::vector<std::string> sandbox::wrap(
    const std::vector<std::string>& command,
    const std::vector<fs::path>& writable) const {
  if (kind_ != kind::bubblewrap) return command;
  std::vector<std::string> words{"bwrap",
                                 "--unshare-all",
                                 "--new-session",
                                 "--die-with-parent",
                                 "--ro-bind",
                                 "/",
                                 "/",
                                 "--dev",
                                 "/dev",
                                 "--proc",
                                 "/proc"};
  const auto add = [&](std::initializer_list<std::string> more) {
    words.insert(words.end(), more);
  };
  for (const std::string& each : hidden()) {
    add({"--size", "268435456", "--tmpfs", each});
  }
  const std::string program = fs::path{own_program()}.parent_path();
  for (const std::string& each : {root_.string(), program}) {
    add({"--ro-bind", each, each});
  }
  for (const fs::path& each : writable) add({"--bind", each, each});
  add({"--chdir", writable.front(), "--"});
  words.insert(words.end(), command.begin(), command.end());
  return words;
}

}  // namespace live_pages
