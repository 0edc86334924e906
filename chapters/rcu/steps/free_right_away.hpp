// SPDX-License-Identifier: MIT
// wrong: frees what a reader reads
// broken by: WrongSteps.FreeRightAway
#pragma once

#include <atomic>

namespace steps::free_right_away {

struct settings {
  int threads = 1;
  int connections = 1;
};

class config {
 public:
  config() = default;
  config(const config&) = delete;
  config& operator=(const config&) = delete;
  ~config() { delete current_.load(std::memory_order_relaxed); }

  [[nodiscard]] settings read() const {
    return *current_.load(std::memory_order_acquire);
  }

  // [grow]
  void grow(int more) {
    auto* const next = new settings;
    const settings* old = current_.load(std::memory_order_acquire);
    do {
      *next = *old;
      next->threads += more;
      next->connections += more;
    } while (!current_.compare_exchange_weak(
        old, next, std::memory_order_release, std::memory_order_acquire));
    delete old;
  }
  // [/grow]

 private:
  std::atomic<const settings*> current_{new settings};
};

}  // namespace steps::free_right_away
