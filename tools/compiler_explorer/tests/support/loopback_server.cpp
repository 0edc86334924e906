// SPDX-License-Identifier: MIT
#include "support/loopback_server.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cstddef>
#include <cstdlib>
#include <stdexcept>
#include <utility>

namespace support {
namespace {

constexpr const char* length_header = "Content-Length: ";

// Whether the text holds a whole request.
bool is_whole(const std::string& text) {
  const auto head = text.find("\r\n\r\n");
  if (head == std::string::npos) return false;
  const auto header = text.find(length_header);
  const std::size_t length =
      header < head ? std::strtoul(text.c_str() + header + 16, nullptr, 10) : 0;
  return text.size() >= head + 4 + length;
}

}  // namespace

connection::~connection() { ::close(socket_); }

std::string connection::receive() {
  std::string text;
  std::array<char, 4096> part{};
  while (!is_whole(text)) {
    const ssize_t size = ::recv(socket_, part.data(), part.size(), 0);
    if (size <= 0) break;
    text.append(part.data(), static_cast<std::size_t>(size));
  }
  return text;
}

bool connection::send(const std::string& bytes) {
  std::size_t sent = 0;
  while (sent < bytes.size()) {
    const ssize_t size =
        ::send(socket_, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
    if (size <= 0) return false;
    sent += static_cast<std::size_t>(size);
  }
  return true;
}

void connection::until_closed() {
  std::array<char, 4096> part{};
  while (::recv(socket_, part.data(), part.size(), 0) > 0) {
  }
}

void connection::reset() {
  const linger now{1, 0};
  ::setsockopt(socket_, SOL_SOCKET, SO_LINGER, &now, sizeof now);
}

loopback_server::loopback_server(std::function<void(connection&)> serve)
    : serve_{std::move(serve)}, socket_{::socket(AF_INET, SOCK_STREAM, 0)} {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  auto* const any = reinterpret_cast<sockaddr*>(&address);
  if (socket_ < 0 || ::bind(socket_, any, size) != 0 ||
      ::listen(socket_, 16) != 0 || ::getsockname(socket_, any, &size) != 0) {
    throw std::runtime_error{"No server can be had at 127.0.0.1."};
  }
  url_ = "http://127.0.0.1:" + std::to_string(ntohs(address.sin_port));
  thread_ = std::thread{[this] { accept_all(); }};
}

loopback_server::~loopback_server() {
  stopped_ = true;
  ::shutdown(socket_, SHUT_RDWR);  // ends the wait for a connection
  thread_.join();
  ::close(socket_);
}

void loopback_server::accept_all() {
  while (!stopped_) {
    const int accepted = ::accept(socket_, nullptr, nullptr);
    if (accepted < 0) continue;
    connection own{accepted};
    serve_(own);
  }
}

std::function<void(connection&)> always(const std::string& bytes) {
  return [bytes](connection& own) {
    own.receive();
    own.send(bytes);
  };
}

std::string message(const std::string& status, const std::string& header_lines,
                    const std::string& body) {
  return "HTTP/1.1 " + status + "\r\n" + header_lines + length_header +
         std::to_string(body.size()) + "\r\nConnection: close\r\n\r\n" + body;
}

}  // namespace support
