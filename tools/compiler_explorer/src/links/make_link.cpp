// SPDX-License-Identifier: MIT
#include <string>

#include "compiler_explorer/error.hpp"
#include "compiler_explorer/links.hpp"
#include "http/base_url.hpp"
#include "http/percent.hpp"
#include "links/base64.hpp"
#include "links/layout_json.hpp"
#include "links/rison.hpp"
#include "links/state_json.hpp"
#include "links/zlib_text.hpp"
#include "wire/json.hpp"

namespace compiler_explorer {
namespace {

// As the site quotes it: of what JavaScript's encodeURIComponent would change,
// a few characters stay, and a blank is a plus.
std::string fragment_of(const linked_state& state) {
  std::string text = http::percent_encode(
      links::to_rison(links::to_layout(state)), " !*'(),:@$/");
  for (char& each : text) {
    if (each == ' ') each = '+';
  }
  return text;
}

}  // namespace

std::string make_link(std::string_view server, const linked_state& state,
                      link_form form) {
  const std::string base = http::base_url(server);
  switch (form) {
    case link_form::plain:
      return base + "/clientstate/" +
             links::base64_encode(wire::write(links::to_json(state)));
    case link_form::compressed:
      return base + "/clientstate/" +
             links::base64_encode(
                 links::compress(wire::write(links::to_json(state))));
    case link_form::fragment:
      return base + "/#" + fragment_of(state);
    case link_form::embedded:
      return base + "/e#" + fragment_of(state);
  }
  throw error{error_kind::invalid_request, "There is no such form of a link."};
}

state_link make_link(std::string_view server, const linked_state& state,
                     const link_limits& limits) {
  for (const link_form form :
       {link_form::plain, link_form::compressed, link_form::fragment}) {
    state_link link{make_link(server, state, form), form};
    const std::size_t most =
        form == link_form::fragment ? limits.fragment : limits.path;
    if (link.url.size() <= most) return link;
  }
  throw error{error_kind::too_large, "The source is too long for a link."};
}

}  // namespace compiler_explorer
