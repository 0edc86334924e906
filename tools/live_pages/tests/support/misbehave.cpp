// SPDX-License-Identifier: MIT
// Does what programs do that a reader did not mean to write.
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

namespace {

int take_memory() {
  constexpr std::size_t part = 8U << 20U;
  for (std::vector<char*> all;;) {
    all.push_back(static_cast<char*>(std::malloc(part)));
    std::memset(all.back(), 1, part);
  }
}

int breed(int count) {
  for (int k = 0; k < count; ++k) {
    if (::fork() == 0) {
      ::pause();
      std::_Exit(0);
    }
  }
  ::pause();
  return 0;
}

// A child that leaves the group, the session and its parent, and is deaf.
int escape() {
  if (::fork() != 0) {
    ::wait(nullptr);
    std::cout << "away\n" << std::flush;
    return 0;
  }
  ::setsid();
  std::signal(SIGTERM, SIG_IGN);
  std::signal(SIGHUP, SIG_IGN);
  if (::fork() != 0) std::_Exit(0);
  for (;;) ::pause();
}

int connect_to(int port) {
  const int to = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const auto* const any = reinterpret_cast<const sockaddr*>(&address);
  if (to < 0) return 1;
  return ::connect(to, any, sizeof address) == 0 ? 0 : 1;
}

int fill(const std::string& file) {
  std::ofstream out{file};
  const std::string part(1U << 20U, 'x');
  while (out << part << std::flush) {
  }
  return 1;
}

int talk() {
  for (;;) std::cout << "again and again\n";
}

int spin() {
  for (volatile int turn = 0;; turn = turn + 1) {
  }
}

}  // namespace

int main(int argc, char** argv) {
  const std::string does = argc > 1 ? argv[1] : "";
  const std::string with = argc > 2 ? argv[2] : "";
  if (does == "memory") return take_memory();
  if (does == "breed") return breed(std::stoi(with));
  if (does == "escape") return escape();
  if (does == "connect") return connect_to(std::stoi(with));
  if (does == "fill") return fill(with);
  if (does == "write") return std::ofstream{with} << "x" << std::flush ? 0 : 1;
  if (does == "read") return std::ifstream{with}.peek() != EOF ? 0 : 1;
  if (does == "talk") return talk();
  if (does == "spin") return spin();
  if (does == "abort") std::abort();
  if (does == "echo") std::cout << std::cin.rdbuf();
  if (does == "say") std::cout << with;
  return 0;
}
