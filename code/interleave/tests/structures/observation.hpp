// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "interleave/interleave.hpp"

namespace structures {

/// Records the values as the outcome of the present execution.
template <typename Values>
void observe_all(const Values& values) {
  std::string text;
  for (const auto value : values) {
    text += text.empty() ? "" : " ";
    text += std::to_string(value);
  }
  interleave::observe(text);
}

}  // namespace structures
