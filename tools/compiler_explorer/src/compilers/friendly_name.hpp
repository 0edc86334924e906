// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "compilers/version.hpp"

namespace compiler_explorer {

/// `[ARCHITECTURE-]FAMILY[-VERSION]` taken apart.
struct friendly_name {
  std::string architecture;  ///< By our name; empty: not said.
  std::string family;        ///< By our name.
  version number;            ///< Without numbers: the newest.
  bool trunk = false;        ///< The nightly build.
};

/// Nothing if the name is not of this form.
[[nodiscard]] std::optional<friendly_name> read_friendly_name(
    std::string_view name);

}  // namespace compiler_explorer
