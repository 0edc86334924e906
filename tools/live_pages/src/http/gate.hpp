// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>

namespace live_pages {

/// What of a request decides whether it is answered.
struct call {
  std::string method;
  std::string path;    ///< Decoded.
  std::string target;  ///< As it was sent.
  std::string host;
  std::size_t hosts = 1;   ///< How often that header was sent.
  std::string origin;      ///< Empty if none was sent.
  std::string fetch_site;  ///< Sec-Fetch-Site; empty if none was sent.
  std::string content_type;
  std::string length;  ///< Content-Length.
  std::string token;
  bool encoded = false;  ///< Has a Transfer-Encoding or Content-Encoding.
  bool ranged = false;   ///< Has a Range.
  bool own_user = true;  ///< The other end belongs to the reader.
};

struct refusal {
  int status = 403;
  std::string reason;
};

/// Lets the reader's own pages in and nobody else.
class gate {
 public:
  gate(int port, std::string token, std::size_t most);

  /// Why the request is refused; nothing if it is not.
  [[nodiscard]] std::optional<refusal> check(const call& what) const;

  [[nodiscard]] const std::string& token() const { return token_; }

 private:
  [[nodiscard]] std::optional<refusal> check_form(const call& what) const;
  [[nodiscard]] std::optional<refusal> check_sender(const call& what) const;
  [[nodiscard]] std::optional<refusal> check_api(const call& what) const;

  std::string port_;
  std::string token_;
  std::size_t most_;
};

/// 256 random bits, as text.
[[nodiscard]] std::string random_text();

/// Whether they are the same, in a time that does not tell where they differ.
[[nodiscard]] bool same_secret(const std::string& one,
                               const std::string& other);

}  // namespace live_pages
