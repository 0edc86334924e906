// SPDX-License-Identifier: MIT
#pragma once

/// \file
/// Stands in for libstdc++'s <bits/atomic_wait.h> and
/// <bits/atomic_timed_wait.h> in code under check: their include guards are
/// defined here, and the names that the rest of the library uses. Theirs spin
/// first and count the waiters in a table; here a wait is one operation that
/// the checker knows.

#include <bits/c++config.h>

#if defined(__GLIBCXX__)

#define _GLIBCXX_ATOMIC_WAIT_H 1
#define _GLIBCXX_ATOMIC_TIMED_WAIT_H 1
#define __cpp_lib_atomic_wait 201907L

#include <bits/chrono.h>
#include <bits/functional_hash.h>
#include <bits/gthr.h>
#include <bits/std_mutex.h>
#include <time.h>

#include <ext/numeric_traits.h>

extern "C" {
/// To be called before the condition of a wait is looked at.
unsigned interleave_wait_begin(const void* address);
/// Waits at an object that the thread has just read. False: the time is up.
bool interleave_wait(const void* address, unsigned ticket,
                     const struct timespec* timeout);
void interleave_notify(const void* address, unsigned size, bool all);
}

namespace std {
namespace __detail {

using __platform_wait_t = int;
inline constexpr size_t __platform_wait_alignment = 4;

template <typename T>
bool __atomic_compare(const T& a, const T& b) {
  return __builtin_memcmp(&a, &b, sizeof(T)) == 0;
}

inline void __thread_yield() noexcept { __gthread_yield(); }
inline void __thread_relax() noexcept {}

struct __default_spin_policy {
  bool operator()() const noexcept { return false; }
};

/// One look says as much as many: others run in between anyway.
template <typename Done, typename Spin = __default_spin_policy>
bool __atomic_spin(Done& done, Spin = Spin{}) noexcept {
  return done();
}

template <typename Done>
void __interleave_wait(const void* address, Done done) noexcept {
  for (;;) {
    const unsigned ticket = interleave_wait_begin(address);
    if (done()) {
      return;
    }
    interleave_wait(address, ticket, nullptr);
  }
}

template <typename Done, typename Clock, typename Duration>
bool __interleave_wait_until(
    const void* address, Done done,
    const chrono::time_point<Clock, Duration>& until) noexcept {
  for (;;) {
    const unsigned ticket = interleave_wait_begin(address);
    if (done()) {
      return true;
    }
    const auto left =
        chrono::ceil<chrono::nanoseconds>(until - Clock::now()).count();
    if (left <= 0) {
      return false;
    }
    constexpr auto second = 1'000'000'000;
    const struct timespec timeout = {static_cast<time_t>(left / second),
                                     static_cast<long>(left % second)};
    if (!interleave_wait(address, ticket, &timeout)) {
      return done();
    }
  }
}

}  // namespace __detail

template <typename T, typename Load>
void __atomic_wait_address_v(const T* address, T old, Load load) noexcept {
  __detail::__interleave_wait(
      address, [&] { return !__detail::__atomic_compare(old, load()); });
}

template <typename T, typename Done>
void __atomic_wait_address(const T* address, Done done) noexcept {
  __detail::__interleave_wait(address, done);
}

template <typename Done>
void __atomic_wait_address_bare(const __detail::__platform_wait_t* address,
                                Done done) noexcept {
  __detail::__interleave_wait(address, done);
}

template <typename T>
void __atomic_notify_address(const T* address, bool all) noexcept {
  interleave_notify(address, sizeof(T), all);
}

inline void __atomic_notify_address_bare(
    const __detail::__platform_wait_t* address, bool all) noexcept {
  interleave_notify(address, sizeof *address, all);
}

template <typename T, typename Load, typename Clock, typename Duration>
bool __atomic_wait_address_until_v(
    const T* address, T&& old, Load&& load,
    const chrono::time_point<Clock, Duration>& until) noexcept {
  return __detail::__interleave_wait_until(
      address, [&] { return !__detail::__atomic_compare(old, load()); }, until);
}

template <typename T, typename Done, typename Clock, typename Duration>
bool __atomic_wait_address_until(
    const T* address, Done done,
    const chrono::time_point<Clock, Duration>& until) noexcept {
  return __detail::__interleave_wait_until(address, done, until);
}

template <typename Done, typename Clock, typename Duration>
bool __atomic_wait_address_until_bare(
    const __detail::__platform_wait_t* address, Done done,
    const chrono::time_point<Clock, Duration>& until) noexcept {
  return __detail::__interleave_wait_until(address, done, until);
}

template <typename T, typename Load, typename Rep, typename Period>
bool __atomic_wait_address_for_v(
    const T* address, T&& old, Load&& load,
    const chrono::duration<Rep, Period>& time) noexcept {
  return __detail::__interleave_wait_until(
      address, [&] { return !__detail::__atomic_compare(old, load()); },
      chrono::steady_clock::now() + time);
}

template <typename T, typename Done, typename Rep, typename Period>
bool __atomic_wait_address_for(
    const T* address, Done done,
    const chrono::duration<Rep, Period>& time) noexcept {
  return __detail::__interleave_wait_until(address, done,
                                           chrono::steady_clock::now() + time);
}

template <typename Done, typename Rep, typename Period>
bool __atomic_wait_address_for_bare(
    const __detail::__platform_wait_t* address, Done done,
    const chrono::duration<Rep, Period>& time) noexcept {
  return __detail::__interleave_wait_until(address, done,
                                           chrono::steady_clock::now() + time);
}

}  // namespace std

#endif  // libstdc++
