// SPDX-License-Identifier: MIT
#pragma once

#include <linux/futex.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <chrono>
#include <cstdint>
#include <ctime>

#include "locksmith/deadline.hpp"

// The futex of Linux, see futex(2). The words are private to the process,
// which spares the kernel a look at the address space's map.
namespace locksmith::detail::linux_futex {

inline void wait(const std::atomic<std::uint32_t>& word,
                 std::uint32_t expected) noexcept {
  // EAGAIN (the word differs) and EINTR (a signal) count as spurious returns.
  ::syscall(SYS_futex, &word, FUTEX_WAIT_PRIVATE, expected, nullptr);
}

inline bool wait_until(const std::atomic<std::uint32_t>& word,
                       std::uint32_t expected, deadline end) noexcept {
  using namespace std::chrono;
  // The kernel would sleep for its timer slack, 50 microseconds by default,
  // even if it is too late; and it refuses times before the clock's zero
  // (EINVAL), which would read as a spurious return for ever.
  if (end <= steady_clock::now()) return false;
  const nanoseconds moment = end.time_since_epoch();
  const auto whole = duration_cast<seconds>(moment);
  const std::timespec absolute{static_cast<std::time_t>(whole.count()),
                               static_cast<long>((moment - whole).count())};
  // FUTEX_WAIT takes a relative time-out; FUTEX_WAIT_BITSET takes an absolute
  // one on CLOCK_MONOTONIC, which is the steady clock of libstdc++ and libc++.
  const long result =
      ::syscall(SYS_futex, &word, FUTEX_WAIT_BITSET_PRIVATE, expected,
                &absolute, nullptr, FUTEX_BITSET_MATCH_ANY);
  return !(result == -1 && errno == ETIMEDOUT);
}

inline void wake(const std::atomic<std::uint32_t>* word, int most) noexcept {
  // EFAULT is no error: the word's owner may have unmapped it meanwhile.
  ::syscall(SYS_futex, word, FUTEX_WAKE_PRIVATE, most);
}

}  // namespace locksmith::detail::linux_futex
