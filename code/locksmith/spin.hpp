// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <thread>

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

/// How long a thread that may sleep spins before it does.
///
/// A limit in time, not in rounds: a pause is many times longer on one
/// processor than on another. To sleep and be woken costs some microseconds,
/// so spinning for longer than this loses more than it can win.
inline constexpr std::chrono::nanoseconds spin_limit{1'500};

/// Calls `done` until it returns true, for `spin_limit` at the longest.
///
/// It returns what the last call of `done` returned. Where there is only one
/// processor it calls `done` once: whoever could change the answer is not
/// running.
template <class Predicate>
bool spin_until(Predicate done) {
  static const bool alone = std::thread::hardware_concurrency() == 1;
  if (alone) return done();
  const auto end = std::chrono::steady_clock::now() + spin_limit;
  do {
    // A look at the clock takes about as long as a pause, so several looks at
    // the word go between two looks at the clock.
    for (int look = 0; look < 4; ++look) {
      if (done()) return true;
      spin_hint();
    }
  } while (std::chrono::steady_clock::now() < end);
  return done();
}

}  // namespace locksmith
