// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

#include "watch/session.hpp"

namespace command_line {

/// How the reader sees a session.
class view {
 public:
  view() = default;
  view(const view&) = delete;
  view& operator=(const view&) = delete;
  virtual ~view() = default;

  /// Shows it as it is now.
  virtual void show(session& of) = 0;
  /// Does what a key is for that is the view's own.
  virtual void press(int key) = 0;
  /// Begins at the top again: there is something new.
  virtual void rewind() = 0;
  virtual void suspend() = 0;
  /// Whether keys come one by one, and not with the line that they stand in.
  [[nodiscard]] virtual bool takes_each_key() const = 0;
};

}  // namespace command_line
