// SPDX-License-Identifier: MIT
#pragma once

#include <stdexcept>

namespace command_line {

/// What the reader is told in a sentence when something cannot be done.
class complaint : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace command_line
