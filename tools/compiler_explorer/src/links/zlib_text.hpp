// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace compiler_explorer::links {

/// The bytes in zlib format (RFC 1950), as small as it gets.
[[nodiscard]] std::string compress(std::string_view bytes);

/// Nothing if it is no zlib data, is cut short, or holds more than `most`.
[[nodiscard]] std::optional<std::string> decompress(std::string_view data,
                                                    std::size_t most);

}  // namespace compiler_explorer::links
