// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>

namespace steps::read_copy_update {

struct settings {
  int threads = 1;
  int connections = 1;
};

// The old settings are not freed.
class config {
 public:
  // [config]
  [[nodiscard]] settings read() const {
    return *current_.load(std::memory_order_acquire);
  }

  void grow(int more) {
    auto* const next = new settings;
    const settings* old = current_.load(std::memory_order_acquire);
    do {
      *next = *old;
      next->threads += more;
      next->connections += more;
    } while (!current_.compare_exchange_weak(
        old, next, std::memory_order_release, std::memory_order_acquire));
  }
  // [/config]

 private:
  std::atomic<const settings*> current_{new settings};
};

}  // namespace steps::read_copy_update
