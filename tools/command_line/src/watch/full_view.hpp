// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

#include "terminal/screen.hpp"
#include "watch/view.hpp"

namespace command_line {

/// The whole terminal: title, what there is to show, and the keys below.
class full_view final : public view {
 public:
  void show(session& of) override;
  void press(int key) override;
  void rewind() override { top_ = 0; }
  void suspend() override { screen_.suspend(); }
  [[nodiscard]] bool takes_each_key() const override { return true; }

 private:
  screen screen_;
  std::size_t top_ = 0;   ///< The first line of the content that is seen.
  std::size_t rows_ = 1;  ///< How many are.
};

}  // namespace command_line
