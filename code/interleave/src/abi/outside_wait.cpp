// SPDX-License-Identifier: MIT
#include "abi/outside_wait.hpp"

#include <linux/futex.h>
#include <sys/syscall.h>
#include <time.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <climits>
#include <cstdint>

#include "abi/real.hpp"
#include "heap/bytes.hpp"

namespace interleave::engine {
namespace {

std::array<std::atomic<unsigned>, 64> tickets{};

std::atomic<unsigned>& ticket_of(const void* address) {
  return tickets[to_address(address) / 4 % tickets.size()];
}

}  // namespace

unsigned OutsideWait::begin(const void* address) {
  // Pairs with the increment in `notify`: whoever then reads the old value of
  // the object has a ticket that is out of date once it was changed.
  return ticket_of(address).load(std::memory_order_seq_cst);
}

bool OutsideWait::wait(const void* address, unsigned ticket,
                       const timespec* timeout) {
  const long error = real().syscall(SYS_futex, &ticket_of(address),
                                    FUTEX_WAIT_PRIVATE, ticket, timeout);
  return error == 0 || errno != ETIMEDOUT;
}

void OutsideWait::notify(const void* address) {
  ticket_of(address).fetch_add(1, std::memory_order_seq_cst);
  real().syscall(SYS_futex, &ticket_of(address), FUTEX_WAKE_PRIVATE, INT_MAX);
}

}  // namespace interleave::engine
