// SPDX-License-Identifier: MIT
// wrong: loses a change
// broken by: WrongSteps.LastWriterWins
#pragma once

#include <atomic>

namespace steps::last_writer_wins {

struct settings {
  int threads = 1;
  int connections = 1;
};

// The old settings are not freed.
class config {
 public:
  [[nodiscard]] settings read() const {
    const settings* const seen = current_.load(std::memory_order_acquire);
    return *seen;
  }

  // [grow]
  void grow(int more) {
    const settings* const old = current_.load(std::memory_order_acquire);
    auto* const next = new settings{*old};
    next->threads += more;
    next->connections += more;
    current_.store(next, std::memory_order_release);
  }
  // [/grow]

 private:
  std::atomic<const settings*> current_{new settings};
};

}  // namespace steps::last_writer_wins
