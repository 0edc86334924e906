// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cctype>
#include <string_view>

#include "compiler_explorer/transport.hpp"

namespace compiler_explorer {

std::string_view http_response::header(std::string_view name) const {
  const auto same = [](char left, char right) {
    return std::tolower(static_cast<unsigned char>(left)) ==
           std::tolower(static_cast<unsigned char>(right));
  };
  for (const http_header& each : headers) {
    if (std::equal(name.begin(), name.end(), each.name.begin(), each.name.end(),
                   same)) {
      return each.value;
    }
  }
  return {};
}

}  // namespace compiler_explorer
