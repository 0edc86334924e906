// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <functional>
#include <string>
#include <thread>

namespace support {

/// One connection to a loopback server.
class connection {
 public:
  explicit connection(int socket) : socket_{socket} {}
  connection(const connection&) = delete;
  connection& operator=(const connection&) = delete;
  ~connection();

  /// Reads a request with its body, and returns both.
  std::string receive();

  /// False if the client has gone.
  bool send(const std::string& bytes);

  /// Waits until the client closes its side.
  void until_closed();

  /// Breaks the connection off: the client gets a reset.
  void reset();

 private:
  int socket_;
};

/// A server at 127.0.0.1 that does with each connection what it is told,
/// however wrong, one connection after the other.
class loopback_server {
 public:
  explicit loopback_server(std::function<void(connection&)> serve);
  loopback_server(const loopback_server&) = delete;
  loopback_server& operator=(const loopback_server&) = delete;
  ~loopback_server();

  /// "http://127.0.0.1:PORT"
  [[nodiscard]] const std::string& url() const { return url_; }

 private:
  void accept_all();

  std::function<void(connection&)> serve_;
  int socket_;
  std::string url_;
  std::atomic<bool> stopped_{false};
  std::thread thread_;
};

/// A server that reads a request and answers with these bytes.
[[nodiscard]] std::function<void(connection&)> always(const std::string& bytes);

/// A whole answer: status line, these header lines, Content-Length, body.
[[nodiscard]] std::string message(const std::string& status,
                                  const std::string& header_lines,
                                  const std::string& body);

}  // namespace support
