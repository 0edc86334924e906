// SPDX-License-Identifier: MIT
#include "support/connection.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <array>
#include <cerrno>

namespace live_pages_tests {

connection::connection(int port, const std::string& address)
    : fd_{::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)} {
  if (!fd_) return;
  sockaddr_in to{};
  to.sin_family = AF_INET;
  to.sin_port = htons(static_cast<std::uint16_t>(port));
  ::inet_pton(AF_INET, address.c_str(), &to.sin_addr);
  const auto* const any = reinterpret_cast<const sockaddr*>(&to);
  made_ = ::connect(fd_.get(), any, sizeof to) == 0;
}

void connection::send(const std::string& text) {
  std::size_t sent = 0;
  while (sent < text.size()) {
    const ssize_t count =
        ::send(fd_.get(), text.data() + sent, text.size() - sent, MSG_NOSIGNAL);
    if (count < 0 && errno == EINTR) continue;
    // The other end may have closed: it has heard enough.
    if (count <= 0) return;
    sent += static_cast<std::size_t>(count);
  }
}

std::string connection::some() {
  std::array<char, 65536> bytes{};
  ssize_t count = 0;
  do {
    count = ::recv(fd_.get(), bytes.data(), bytes.size(), 0);
  } while (count < 0 && errno == EINTR);
  return count <= 0
             ? ""
             : std::string(bytes.data(), static_cast<std::size_t>(count));
}

std::string connection::rest() {
  std::string all;
  for (std::string part; !(part = some()).empty();) all += part;
  return all;
}

}  // namespace live_pages_tests
