// SPDX-License-Identifier: MIT
#include "http/peer.hpp"

#include <unistd.h>

#include <fstream>
#include <optional>
#include <sstream>
#include <string>

namespace live_pages {
namespace {

int port_of(const std::string& address) {
  const std::size_t colon = address.rfind(':');
  if (colon == std::string::npos) return -1;
  return static_cast<int>(std::stoul(address.substr(colon + 1), nullptr, 16));
}

// 0: 0100007F:1F90 0100007F:C350 01 00000000:00000000 00:00000000 00000000 1000
std::optional<uid_t> owner(const char* file, int from, int to) {
  std::ifstream lines{file};
  std::string each;
  std::getline(lines, each);
  while (std::getline(lines, each)) {
    std::istringstream words{each};
    std::string slot, local, remote, state, queues, timer, retries;
    uid_t user = 0;
    words >> slot >> local >> remote >> state >> queues >> timer >> retries;
    if (!(words >> user)) continue;
    if (port_of(local) == from && port_of(remote) == to) return user;
  }
  return std::nullopt;
}

}  // namespace

bool is_own_connection(int from, int to) {
  for (const char* file : {"/proc/net/tcp", "/proc/net/tcp6"}) {
    const std::optional<uid_t> user = owner(file, from, to);
    if (user) return *user == ::getuid() || *user == 0;
  }
  return false;
}

}  // namespace live_pages
