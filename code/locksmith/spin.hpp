// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstdint>

namespace locksmith {

/// Tells the processor that this thread is waiting in a loop.
///
/// It changes no value and orders nothing; it saves power and leaves the core
/// to its other hardware thread for a moment. It takes about 20 to 140 cycles
/// on x86-64, by model. On AArch64 it is `isb`, since `yield` does nothing on
/// most cores (Rust's `core::hint::spin_loop` came to the same choice).
inline void spin_hint() noexcept {
#if defined(__x86_64__) || defined(__i386__)
  __builtin_ia32_pause();
#elif defined(__aarch64__)
  __asm__ __volatile__("isb" ::: "memory");
#endif
}

/// How long a thread that may sleep spins before it does, at the longest.
///
/// A limit in time, not in rounds: a pause is many times longer on one
/// processor than on another. It is about what a sleep and a wake-up cost
/// between two processors. With much less, two threads that wake each other by
/// turns do so asleep for ever once they have begun: each has given up before
/// the other is up.
inline constexpr std::chrono::nanoseconds spin_limit{10'000};

namespace detail {

// What spinning has brought a thread. After eight failures in a row it skips
// its next try, and after each further one twice as many, 255 at most; a
// success clears the record. So spinning costs next to nothing where it cannot
// help, say because the thread that is waited for needs this processor.
class spin_record {
 public:
  bool skips() noexcept {
    if (to_skip_ == 0) return false;
    --to_skip_;
    return true;
  }

  void failed() noexcept {
    if (failures_ < 16) ++failures_;
    if (failures_ > 8) {
      to_skip_ = static_cast<std::uint8_t>((1U << (failures_ - 8U)) - 1U);
    }
  }

  void succeeded() noexcept { failures_ = 0; }

 private:
  std::uint8_t failures_ = 0;
  std::uint8_t to_skip_ = 0;
};

inline constinit thread_local spin_record own_spin_record;

}  // namespace detail

/// Calls `done` until it returns true, for `spin_limit` at the longest.
///
/// It returns what the last call of `done` returned. A thread for which
/// spinning has failed repeatedly calls `done` once, most of the times.
template <class Predicate>
bool spin_until(Predicate done) {
  detail::spin_record& record = detail::own_spin_record;
  if (record.skips()) return done();
  const auto end = std::chrono::steady_clock::now() + spin_limit;
  do {
    // A look at the clock takes about as long as a pause, so several looks at
    // the word go between two looks at the clock.
    for (int look = 0; look < 4; ++look) {
      if (done()) {
        record.succeeded();
        return true;
      }
      spin_hint();
    }
  } while (std::chrono::steady_clock::now() < end);
  record.failed();
  return done();
}

}  // namespace locksmith
