// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "compiler_explorer/catalogue.hpp"

namespace compiler_explorer {

/// The compiler that is meant by a name, which is, in this order: an id, an
/// alias, a full name, or a friendly name `[ARCHITECTURE-]FAMILY[-VERSION]`
/// such as `gcc`, `gcc-14`, `g++-14.2`, `arm64-gcc`, `riscv64-clang-19`,
/// `msvc`, `clang-trunk`. Case does not matter.
///
/// A friendly name means the newest stable compiler that fits; without an
/// architecture, one for x86-64, or if there is none, one that runs programs.
///
/// @throws error `unknown_name`, with the nearest names in its sentence.
[[nodiscard]] const compiler& resolve(std::string_view name,
                                      const std::vector<compiler>& compilers);

/// The names nearest to this one, nearest first: ids, aliases and friendly
/// names. None that is much farther than the nearest.
[[nodiscard]] std::vector<std::string> nearest(
    std::string_view name, const std::vector<compiler>& compilers,
    std::size_t most = 3);

/// Compares versions number by number, "9.4" before "14.2" and "14.2" equal to
/// "14.2.0"; what is no plain version ("14.2-rc1", "14.2 (default)") comes
/// before the one it names, and what has no number ("(trunk)") before all.
[[nodiscard]] std::weak_ordering compare_versions(std::string_view left,
                                                  std::string_view right);

}  // namespace compiler_explorer
