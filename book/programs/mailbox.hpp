// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <optional>

// A place for one letter, put there by one thread and taken by another. The
// page on the checker breaks and mends it.

// [hasty]
class hasty_mailbox {
 public:
  void put(int letter) {
    letter_ = letter;
    there_.store(true, std::memory_order_relaxed);
  }

  std::optional<int> take() {
    if (!there_.load(std::memory_order_relaxed)) return std::nullopt;
    return letter_;
  }

 private:
  int letter_ = 0;
  std::atomic<bool> there_{false};
};
// [/hasty]

// [mailbox]
class mailbox {
 public:
  void put(int letter) {
    letter_ = letter;
    there_.store(true, std::memory_order_release);
  }

  std::optional<int> take() {
    if (!there_.load(std::memory_order_acquire)) return std::nullopt;
    return letter_;
  }
  // [/mailbox]

 private:
  int letter_ = 0;
  std::atomic<bool> there_{false};
};
