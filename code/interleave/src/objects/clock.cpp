// SPDX-License-Identifier: MIT
// The virtual clocks, and how a wait may end by one.
#include <time.h>

#include <algorithm>

#include "fibers/machine.hpp"

namespace interleave::engine {
namespace {

constexpr std::uint64_t second = 1'000'000'000;
constexpr std::uint64_t millisecond = 1'000'000;
constexpr std::uint64_t epoch = 1000 * second;

std::uint64_t nanoseconds(const timespec& time) {
  const auto seconds = static_cast<std::uint64_t>(time.tv_sec);
  if (time.tv_sec < 0) {
    return 0;
  }
  return seconds >= Clocks::never / second - 1
             ? Clocks::never - 1
             : seconds * second + static_cast<std::uint64_t>(time.tv_nsec);
}

}  // namespace

std::uint64_t Clocks::read(Site site) {
  Thread& self = machine.self();
  // Whoever was woken before its time may find that it is past by now.
  const std::uint64_t until = std::exchange(self.perhaps_late, 0);
  if (until > self.time) {
    site.label = "late by now";
    if (machine.choose(2, site) == 1) {
      pass(until);
    }
  }
  // 1 ms more, then 2, then 4, …: ten readings are a second.
  constexpr unsigned most = 30;
  self.time += millisecond << std::min(self.clock_readings, most);
  ++self.clock_readings;
  return epoch + self.time;
}

std::uint64_t Clocks::at(const timespec* time) {
  if (time == nullptr) {
    return never;
  }
  const std::uint64_t moment = nanoseconds(*time);
  return moment < epoch ? 0 : moment - epoch;
}

std::uint64_t Clocks::after(const timespec* time) {
  if (time == nullptr) {
    return never;
  }
  const std::uint64_t now = machine.self().time;
  return now + std::min(nanoseconds(*time), never - 1 - now);
}

void Clocks::pass(std::uint64_t until) {
  Thread& self = machine.self();
  self.time = std::max(self.time, until);
}

bool Clocks::times_out(std::uint64_t until, Site site) {
  if (until > machine.self().time) {
    site.label = "time is up";
    if (machine.choose(2, site) == 0) {
      return false;
    }
  }
  pass(until);
  return true;
}

TimedWait::TimedWait() { machine.self().timed = true; }
TimedWait::~TimedWait() { machine.self().timed = false; }

}  // namespace interleave::engine
