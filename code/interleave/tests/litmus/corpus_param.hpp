// SPDX-License-Identifier: MIT
#pragma once

#include <cctype>
#include <cstddef>
#include <ostream>
#include <string>

#include "corpus.hpp"

namespace corpus {

/// GoogleTest allows letters, digits and `_` in names, and wants no two equal;
/// the row's number keeps `a.b` and `a+b` apart.
inline std::string test_name(const row& which, std::size_t index) {
  std::string name;
  for (const char c : which.name) {
    name += std::isalnum(static_cast<unsigned char>(c)) != 0 ? c : '_';
  }
  return name + "_" + std::to_string(index);
}

inline std::ostream& operator<<(std::ostream& out, const row& which) {
  return out << which.name << ": " << which.program << " ? "
             << which.weak_outcome;
}

}  // namespace corpus
