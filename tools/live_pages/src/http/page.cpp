// SPDX-License-Identifier: MIT
#include "http/page.hpp"

namespace live_pages {
namespace {

constexpr std::string_view head = "<head>";
// Behind the name of the next tag that takes a nonce; none: the end.
std::size_t next_tag(std::string_view html, std::size_t from) {
  for (;;) {
    const std::size_t at = html.find("<s", from);
    if (at == std::string_view::npos) return html.size();
    from = at + 2;
    for (const std::string_view name : {"cript", "tyle"}) {
      const std::size_t end = from + name.size();
      if (html.substr(from).starts_with(name) && end < html.size() &&
          (html[end] == '>' || html[end] == ' ')) {
        return end;
      }
    }
  }
}

}  // namespace

std::string live_page(std::string_view html, std::string_view nonce,
                      std::string_view token) {
  std::string page;
  page.reserve(html.size() + 1024);
  std::size_t done = 0;
  if (const std::size_t at = html.find(head); at != std::string_view::npos) {
    done = at + head.size();
    page += html.substr(0, done);
    page += "<meta name=\"locksmith-live\" content=\"";
    page += token;
    page += "\">";
  }
  while (done < html.size()) {
    const std::size_t at = next_tag(html, done);
    page += html.substr(done, at - done);
    if (at < html.size()) {
      page += " nonce=\"";
      page += nonce;
      page += '"';
    }
    done = at;
  }
  return page;
}

std::string policy(std::string_view nonce) {
  const std::string own = "'self' 'nonce-" + std::string{nonce} + "'";
  // Figures carry their width in an attribute.
  return "default-src 'none'; script-src " + own + "; style-src " + own +
         "; style-src-attr 'unsafe-inline'; img-src 'self' data:; "
         "font-src 'self'; connect-src 'self'; form-action 'self'; "
         "base-uri 'none'; frame-ancestors 'none'";
}

}  // namespace live_pages
