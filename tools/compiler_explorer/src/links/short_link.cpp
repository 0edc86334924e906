// SPDX-License-Identifier: MIT
#include "links/short_link.hpp"

#include <algorithm>
#include <cctype>

#include "compiler_explorer/error.hpp"

namespace compiler_explorer::links {

std::string short_link_id(std::string_view link, const std::string& server) {
  std::string id{link};
  const std::string beginning = server + "/z/";
  if (id.starts_with(beginning)) id.erase(0, beginning.size());
  const bool is_id = std::all_of(id.begin(), id.end(), [](char each) {
    return std::isalnum(static_cast<unsigned char>(each)) != 0 || each == '-' ||
           each == '_';
  });
  if (id.empty() || !is_id) {
    throw error{
        error_kind::bad_link,
        "'" + std::string{link} + "' is no short link of " + server + '.'};
  }
  return id;
}

}  // namespace compiler_explorer::links
