// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "interleave/execution.hpp"

namespace interleave::engine {

/// Finds source places for return addresses, by the debug information that
/// the program carries and the addr2line program that comes with its linker.
class Symbolizer {
 public:
  /// Looks up many addresses at once: each call of addr2line costs.
  void resolve(const std::vector<std::uintptr_t>& addresses);

  /// The frames at an address, innermost first: several where calls were
  /// inlined. Their files are named in full.
  const std::vector<Place>& frames(std::uintptr_t address);

  /// The frames of a whole stack, the checker's and the standard library's
  /// left out.
  std::vector<Place> stack(const std::vector<std::uintptr_t>& addresses);

  /// Where the program's sources lie; files below it are named from there.
  static void set_root(const char* directory);

 private:
  void look_up(const std::vector<std::uintptr_t>& addresses);

  std::unordered_map<std::uintptr_t, std::vector<Place>> known_;
};

/// The process's one: what was looked up once is remembered.
Symbolizer& symbolizer();

/// The place with its file named from the sources' root.
Place from_root(Place place);

/// Whether the place is in the standard library, the checker or the like.
bool is_library(const Place& place);

}  // namespace interleave::engine
