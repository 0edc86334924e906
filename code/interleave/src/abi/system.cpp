// SPDX-License-Identifier: MIT
// Clocks and sleeps.
#include <sys/time.h>
#include <unistd.h>

#include "abi/hook.hpp"
#include "abi/real.hpp"
#include "fibers/machine.hpp"
#include "heap/bytes.hpp"

namespace {

using namespace interleave;          // NOLINT(google-build-using-namespace)
using namespace interleave::engine;  // NOLINT(google-build-using-namespace)

timespec to_timespec(std::uint64_t nanoseconds) {
  constexpr std::uint64_t second = 1'000'000'000;
  return {static_cast<time_t>(nanoseconds / second),
          static_cast<long>(nanoseconds % second)};
}

timespec virtual_time(void* pc) {
  const Busy busy;
  return to_timespec(Clocks::read({to_address(pc)}));
}

int virtual_sleep(std::uint64_t until) {
  const Busy busy;
  Clocks::pass(until);
  return 0;
}

}  // namespace

#define INTERLEAVE_PC __builtin_return_address(0)

extern "C" {

INTERLEAVE_HOOK int clock_gettime(clockid_t clock, timespec* time) noexcept {
  if (!Machine::inside()) {
    return real().clock_gettime(clock, time);
  }
  *time = virtual_time(INTERLEAVE_PC);
  return 0;
}

INTERLEAVE_HOOK int gettimeofday(timeval* time, void* zone) noexcept {
  if (!Machine::inside()) {
    return real().gettimeofday(time, zone);
  }
  const timespec now = virtual_time(INTERLEAVE_PC);
  *time = {now.tv_sec, now.tv_nsec / 1000};
  return 0;
}

INTERLEAVE_HOOK time_t time(time_t* result) noexcept {
  if (!Machine::inside()) {
    return real().time(result);
  }
  const time_t now = virtual_time(INTERLEAVE_PC).tv_sec;
  if (result != nullptr) {
    *result = now;
  }
  return now;
}

INTERLEAVE_HOOK int nanosleep(const timespec* time, timespec* left) {
  return Machine::inside() ? virtual_sleep(Clocks::after(time))
                           : real().nanosleep(time, left);
}

INTERLEAVE_HOOK int clock_nanosleep(clockid_t clock, int flags,
                                    const timespec* time, timespec* left) {
  const bool absolute = (flags & TIMER_ABSTIME) != 0;
  return Machine::inside()
             ? virtual_sleep(absolute ? Clocks::at(time) : Clocks::after(time))
             : real().clock_nanosleep(clock, flags, time, left);
}

INTERLEAVE_HOOK int usleep(useconds_t time) {
  const timespec wanted = to_timespec(std::uint64_t{time} * 1000);
  return Machine::inside() ? virtual_sleep(Clocks::after(&wanted))
                           : real().usleep(time);
}

INTERLEAVE_HOOK int timespec_get(timespec* time, int base) noexcept {
  if (!Machine::inside()) {
    return real().timespec_get(time, base);
  }
  *time = virtual_time(INTERLEAVE_PC);
  return base;
}

/// Processor time passes as the other clocks do.
INTERLEAVE_HOOK clock_t clock() noexcept {
  if (!Machine::inside()) {
    return real().clock();
  }
  const timespec now = virtual_time(INTERLEAVE_PC);
  return now.tv_sec * CLOCKS_PER_SEC +
         now.tv_nsec / (1'000'000'000 / CLOCKS_PER_SEC);
}

}  // extern "C"
