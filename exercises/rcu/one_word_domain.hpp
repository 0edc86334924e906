// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <cstdint>
#include <thread>

namespace exercise {

// A domain in one word: it counts its readers. Each reader writes that word,
// which a domain for many readers must not make them do, and synchronize may
// wait for a long time if readers keep coming. What it promises is the same as
// that of locksmith::rcu_domain, and its executions fit on a page.
class one_word_domain {
 public:
  // Acquire pairs with the release in synchronize: a reader that comes after
  // that finds unlinked what was unlinked before it.
  void lock() noexcept { readers_.fetch_add(1, std::memory_order_acquire); }

  // Release pairs with the acquire in synchronize: what this section has read,
  // it read before the count reached zero.
  void unlock() noexcept { readers_.fetch_sub(1, std::memory_order_release); }

  // Waits until all sections have ended that are open now.
  void synchronize() noexcept {
    std::uint32_t open = readers_.fetch_add(0, std::memory_order_acq_rel);
    while (open != 0) {
      std::this_thread::yield();
      open = readers_.load(std::memory_order_acquire);
    }
  }

 private:
  std::atomic<std::uint32_t> readers_{0};
};

}  // namespace exercise
