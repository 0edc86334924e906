// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "compiler_explorer/error.hpp"
#include "compiler_explorer/links.hpp"
#include "http/percent.hpp"
#include "links/base64.hpp"
#include "links/layout_json.hpp"
#include "links/rison.hpp"
#include "links/state_json.hpp"
#include "links/zlib_text.hpp"
#include "wire/json.hpp"

namespace compiler_explorer {
namespace {

constexpr std::size_t most_state = std::size_t{16} << 20;

[[noreturn]] void refuse(const char* sentence) {
  throw error{error_kind::bad_link, sentence};
}

linked_state read_client_state(std::string_view text) {
  text = text.substr(0, text.find_first_of("?#"));
  auto state = links::base64_decode(http::percent_decode(text));
  // Servers tell the two apart in the same way: the lower half of the first
  // byte is 8 in zlib format, and no JSON begins so.
  if (state && !state->empty() &&
      (static_cast<unsigned char>(state->front()) & 15U) == 8) {
    state = links::decompress(*state, most_state);
  }
  if (!state) refuse("What follows /clientstate/ in the link is damaged.");
  try {
    return links::from_json(wire::parse(*state));
  } catch (const error& cause) {
    if (cause.kind() == error_kind::bad_link) throw;
    refuse("What follows /clientstate/ in the link is damaged.");
  }
}

linked_state read_fragment(std::string_view text) {
  std::string quoted{text};
  std::replace(quoted.begin(), quoted.end(), '+', ' ');
  return links::from_layout(links::from_rison(http::percent_decode(quoted)));
}

}  // namespace

linked_state read_link(std::string_view url) {
  constexpr std::string_view client_state = "/clientstate/";
  const auto fragment = url.find('#');
  const auto path = url.substr(0, fragment).find(client_state);
  if (path != std::string_view::npos) {
    return read_client_state(url.substr(path + client_state.size()));
  }
  if (url.substr(0, fragment).find("/z/") != std::string_view::npos) {
    refuse("A short link holds no code; its server does.");
  }
  if (fragment == std::string_view::npos) refuse("The link holds no code.");
  return read_fragment(url.substr(fragment + 1));
}

}  // namespace compiler_explorer
