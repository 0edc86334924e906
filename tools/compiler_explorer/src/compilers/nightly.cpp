// SPDX-License-Identifier: MIT
#include "compilers/nightly.hpp"

#include "text/nearest_words.hpp"

namespace compiler_explorer {

bool is_nightly(std::string_view id) {
  const std::string name = text::lower(id);
  for (const char* word :
       {"trunk", "snapshot", "nightly", "latest", "default", "main", "head"}) {
    if (name.find(word) != std::string::npos) return true;
  }
  return false;
}

}  // namespace compiler_explorer
