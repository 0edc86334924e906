// SPDX-License-Identifier: MIT
// wrong: takes new settings for old ones and loses a change
// broken by: WrongSteps.ExchangeAfterTheSection
#pragma once

#include <atomic>

#include "steps/reading_flags.hpp"

namespace steps::exchange_after_the_section {

struct settings {
  int threads = 1;
  int connections = 1;
};

class config {
 public:
  config() = default;
  config(const config&) = delete;
  config& operator=(const config&) = delete;
  ~config() {
    delete current_.load();
    delete spare_.load();
  }

  [[nodiscard]] int threads() const { return current_.load()->threads; }

  // [grow]
  void grow(int me, int more) {
    settings* const next = allocate();
    settings* old = nullptr;
    do {
      domain_.enter(me);
      old = current_.load(std::memory_order_acquire);
      next->threads = old->threads + more;
      next->connections = old->connections + more;
      domain_.leave(me);
    } while (!current_.compare_exchange_strong(
        old, next, std::memory_order_acq_rel, std::memory_order_relaxed));
    domain_.synchronize();
    free(old);
  }
  // [/grow]

 private:
  // Gives out again what was given back last, as allocators do.
  settings* allocate() {
    settings* const spare = spare_.exchange(nullptr, std::memory_order_acquire);
    return spare != nullptr ? spare : new settings;
  }

  void free(settings* object) {
    delete spare_.exchange(object, std::memory_order_acq_rel);
  }

  std::atomic<settings*> spare_{nullptr};
  std::atomic<settings*> current_{new settings};
  reading_flags::domain domain_;
};

}  // namespace steps::exchange_after_the_section
