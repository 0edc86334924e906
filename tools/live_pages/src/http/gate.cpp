// SPDX-License-Identifier: MIT
#include "http/gate.hpp"

#include <sys/random.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <system_error>
#include <utility>

namespace live_pages {
namespace {

bool reads(const std::string& method) {
  return method == "GET" || method == "HEAD";
}

}  // namespace

gate::gate(int port, std::string token, std::size_t most)
    : port_{std::to_string(port)}, token_{std::move(token)}, most_{most} {}

std::optional<refusal> gate::check(const call& what) const {
  if (auto no = check_form(what)) return no;
  if (auto no = check_sender(what)) return no;
  return what.path.starts_with("/api/") ? check_api(what) : std::nullopt;
}

std::optional<refusal> gate::check_form(const call& what) const {
  if (what.method == "OPTIONS") {
    return refusal{403, "Other sites have no access."};
  }
  if (!reads(what.method) && what.method != "POST") {
    return refusal{405, "Method Not Allowed"};
  }
  if (what.path.find('\0') != std::string::npos) {
    return refusal{400, "That is no path."};
  }
  if (what.encoded) {
    return refusal{411, "Send the body as it is, with its length."};
  }
  if (what.ranged) return refusal{416, "Parts of files are not served."};
  if (what.length.empty()) {
    if (what.method == "POST") return refusal{411, "Send the length."};
    return std::nullopt;
  }
  std::size_t length = 0;
  const char* const end = what.length.data() + what.length.size();
  const auto [rest, fault] = std::from_chars(what.length.data(), end, length);
  if (fault != std::errc{} || rest != end) {
    return refusal{400, "That is no length."};
  }
  if (length > most_) return refusal{413, "That is too long."};
  if (length > 0 && reads(what.method)) {
    return refusal{400, "A body is not expected."};
  }
  return std::nullopt;
}

std::optional<refusal> gate::check_sender(const call& what) const {
  if (!what.own_user) return refusal{403, "This is another user's book."};
  const std::string addresses[] = {"127.0.0.1:" + port_, "localhost:" + port_};
  bool known = false;
  bool same = what.origin.empty();
  for (const std::string& each : addresses) {
    known = known || what.host == each;
    same = same || (what.origin == "http://" + each && what.host == each);
  }
  if (!known || what.hosts != 1) {
    return refusal{421, "Open http://127.0.0.1:" + port_ + " instead."};
  }
  if (!same) return refusal{403, "Other sites have no access."};
  return std::nullopt;
}

std::optional<refusal> gate::check_api(const call& what) const {
  if (!what.fetch_site.empty() && what.fetch_site != "same-origin") {
    return refusal{403, "Other sites have no access."};
  }
  // The browser opens it itself, and it tells nothing but that a page is new.
  if (what.path == "/api/changes" && what.method == "GET") return std::nullopt;
  if (!same_secret(what.token, token_)) {
    return refusal{403, "Reload the page: the server has been started anew."};
  }
  if (what.method == "POST" && what.content_type != "application/json") {
    return refusal{415, "Send JSON, as application/json."};
  }
  return std::nullopt;
}

std::string random_text() {
  std::array<unsigned char, 32> bytes{};
  if (::getrandom(bytes.data(), bytes.size(), 0) !=
      static_cast<ssize_t>(bytes.size())) {
    throw std::system_error{errno, std::generic_category(), "getrandom"};
  }
  constexpr const char* digits = "0123456789abcdef";
  std::string text;
  for (const unsigned char each : bytes) {
    text += digits[each >> 4U];
    text += digits[each & 15U];
  }
  return text;
}

bool same_secret(const std::string& one, const std::string& other) {
  if (one.size() != other.size()) return false;
  unsigned difference = 0;
  for (std::size_t k = 0; k < one.size(); ++k) {
    difference |= static_cast<unsigned char>(one[k]) ^
                  static_cast<unsigned char>(other[k]);
  }
  return difference == 0;
}

}  // namespace live_pages
