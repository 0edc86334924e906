// SPDX-License-Identifier: MIT
#pragma once

#include "watch/view.hpp"

namespace command_line {

/// Lines that go by, each once: for pipes, and for screen readers.
class plain_view final : public view {
 public:
  void show(session& of) override;
  void press(int /*key*/) override {}
  void rewind() override {}
  void suspend() override;
  [[nodiscard]] bool takes_each_key() const override { return false; }
};

}  // namespace command_line
