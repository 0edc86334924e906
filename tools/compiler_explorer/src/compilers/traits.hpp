// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "compiler_explorer/catalogue.hpp"
#include "compilers/version.hpp"

namespace compiler_explorer {

/// What a compiler is, read from the fields of a server's list, which hold
/// names made for people.
struct traits {
  std::string architecture;  ///< By our name: "x86-64", "arm64", "ppc64le".
  std::string family;        ///< "gcc", "clang", "msvc", or a word of its name.
  version number;            ///< From the field for it, else from the name.
  version named;             ///< From the name, where there is one.
  /// The name says no more than that: no "(assertions)", no "MinGW".
  bool plain = false;
};

[[nodiscard]] traits traits_of(const compiler& described);

/// Our name for an architecture by any of its names: "aarch64" is "arm64".
/// Empty if it is none.
[[nodiscard]] std::string architecture_called(std::string_view name);

/// Our name for a family by any of its names: "g++" is "gcc". Others stay.
[[nodiscard]] std::string family_called(std::string_view name);

}  // namespace compiler_explorer
