// SPDX-License-Identifier: MIT
#include "jobs/spawn.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <system_error>
#include <utility>
#include <vector>

namespace live_pages {
namespace {

using command_line::descriptor;

struct two_ends {
  descriptor read;
  descriptor write;
};

two_ends make_pipe() {
  std::array<int, 2> ends{-1, -1};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
    throw std::system_error{errno, std::generic_category(), "pipe"};
  }
  return {descriptor{ends[0]}, descriptor{ends[1]}};
}

std::vector<std::string> settings(
    const std::map<std::string, std::string>& environment) {
  const char* const path = std::getenv("PATH");
  std::map<std::string, std::string> all{
      {"PATH", path != nullptr ? path : "/usr/bin:/bin"},
      {"LANG", "C.UTF-8"},
      {"HOME", "/"},
      {"CCACHE_DISABLE", "1"}};
  for (const auto& [name, value] : environment) all[name] = value;
  std::vector<std::string> texts;
  texts.reserve(all.size());
  for (const auto& [name, value] : all) texts.push_back(name + '=' + value);
  return texts;
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> all;
  all.reserve(texts.size() + 1);
  for (std::string& each : texts) all.push_back(each.data());
  all.push_back(nullptr);
  return all;
}

// Between fork and exec: calls to the system alone.
void become(std::array<int, 5> ends, const char* folder, char** words,
            char** environment) {
  ::setsid();
  // Out of the way of the numbers that they are to have.
  for (int& each : ends) each = ::fcntl(each, F_DUPFD, 10);
  for (int number = 0; number < 5; ++number) {
    ::dup2(ends[static_cast<std::size_t>(number)], number);
  }
  for (const int each : ends) ::close(each);
  if (::chdir(folder) == 0) ::execve(words[0], words, environment);
  ::_exit(127);
}

void unblock(const descriptor& each) {
  ::fcntl(each.get(), F_SETFL, O_NONBLOCK);
}

}  // namespace

spawned spawn_keeper(const order& what, const std::filesystem::path& folder,
                     const std::map<std::string, std::string>& environment) {
  two_ends input = make_pipe();
  two_ends out = make_pipe();
  two_ends err = make_pipe();
  two_ends control = make_pipe();
  two_ends report = make_pipe();
  std::vector<std::string> words = {LIVE_PAGES_KEEPER};
  for (std::string& each : to_arguments(what)) {
    words.push_back(std::move(each));
  }
  std::vector<std::string> texts = settings(environment);
  const std::vector<char*> argv = pointers(words);
  const std::vector<char*> envp = pointers(texts);
  const std::string place = folder.string();
  const pid_t pid = ::fork();
  if (pid < 0) throw std::system_error{errno, std::generic_category(), "fork"};
  if (pid == 0) {
    become({input.read.get(), out.write.get(), err.write.get(),
            control.read.get(), report.write.get()},
           place.c_str(), const_cast<char**>(argv.data()),
           const_cast<char**>(envp.data()));
  }
  for (const descriptor* each :
       {&input.write, &out.read, &err.read, &report.read}) {
    unblock(*each);
  }
  return {pid,
          std::move(input.write),
          std::move(out.read),
          std::move(err.read),
          std::move(control.write),
          std::move(report.read)};
}

}  // namespace live_pages
