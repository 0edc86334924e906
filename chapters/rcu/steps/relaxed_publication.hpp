// SPDX-License-Identifier: MIT
// wrong: shows settings that are not there yet
// broken by: WrongSteps.RelaxedPublication
#pragma once

#include <atomic>

namespace steps::relaxed_publication {

struct settings {
  int threads = 1;
  int connections = 1;
};

// For one thread that writes; the old settings are not freed.
class config {
 public:
  // [config]
  [[nodiscard]] settings read() const {
    const settings* const seen = current_.load(std::memory_order_acquire);
    return *seen;
  }

  void grow(int more) {
    const settings* const old = current_.load(std::memory_order_relaxed);
    auto* const next = new settings{*old};
    next->threads += more;
    next->connections += more;
    current_.store(next, std::memory_order_relaxed);
  }
  // [/config]

 private:
  std::atomic<const settings*> current_{new settings};
};

}  // namespace steps::relaxed_publication
