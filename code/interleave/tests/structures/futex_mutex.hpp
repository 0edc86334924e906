// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <cstdint>

#include "futex.hpp"
#include "orders.hpp"

namespace structures {

struct futex_mutex_sites {
  enum : std::size_t { take, take_slowly, give };
  static constexpr site_list<3> all{{
      {"take", kind::modify, acquire},
      {"take_slowly", kind::modify, acquire},
      {"give", kind::modify, release},
  }};
};

/// What can be wrong with a futex mutex besides its orders.
enum class futex_fault {
  none,
  never_wakes,
  forgets_others  ///< takes as `held` after a sleep, though others may sleep
};

/// Drepper's mutex of three states.
template <order_list<3> Orders, futex_fault Fault = futex_fault::none>
class futex_mutex {
 public:
  void lock() {
    std::uint32_t seen = free;
    if (word_.compare_exchange_strong(seen, held, Orders[at::take], relaxed)) {
      return;
    }
    // Whoever slept cannot know if others still do, so it takes the word as
    // `contended`: a needless wake-up at worst.
    while (word_.exchange(contended, Orders[at::take_slowly]) != free) {
      futex_wait(word_, contended);
      seen = free;
      if (Fault == futex_fault::forgets_others &&
          word_.compare_exchange_strong(seen, held, Orders[at::take_slowly],
                                        relaxed)) {
        return;
      }
    }
  }

  void unlock() {
    if (word_.exchange(free, Orders[at::give]) == contended &&
        Fault != futex_fault::never_wakes) {
      futex_wake_one(word_);
    }
  }

 private:
  using at = futex_mutex_sites;

  /// - `free`: no thread holds the mutex.
  /// - `held`: one thread holds it and none sleeps.
  /// - `contended`: one thread holds it and others may sleep.
  enum : std::uint32_t { free, held, contended };

  std::atomic<std::uint32_t> word_{free};
};

}  // namespace structures
