// SPDX-License-Identifier: MIT
// System calls that are made by number: futexes, membarrier.
#include <linux/futex.h>
#include <linux/membarrier.h>
#include <sys/syscall.h>

#include <cerrno>
#include <cstdarg>

#include "abi/hook.hpp"
#include "abi/real.hpp"
#include "fibers/machine.hpp"
#include "heap/bytes.hpp"

namespace {

using namespace interleave;          // NOLINT(google-build-using-namespace)
using namespace interleave::engine;  // NOLINT(google-build-using-namespace)

struct Outcome {
  long result = 0;
  int error = 0;
};

Outcome futex(const long* words, Site site) {
  const auto address = static_cast<std::uintptr_t>(words[0]);
  const int operation =
      static_cast<int>(words[1]) & ~(FUTEX_PRIVATE_FLAG | FUTEX_CLOCK_REALTIME);
  const auto value = static_cast<std::uint32_t>(words[2]);
  // NOLINTNEXTLINE(performance-no-int-to-ptr)
  const auto* const timeout = reinterpret_cast<const timespec*>(words[3]);
  const bool any =
      static_cast<std::uint32_t>(words[5]) == FUTEX_BITSET_MATCH_ANY;
  switch (operation) {
    case FUTEX_WAIT_BITSET:
    case FUTEX_WAKE_BITSET:
      if (!any) {
        machine.fail(FailureKind::unsupported,
                     "a futex call with a bit set%1 is not modelled, but for "
                     "FUTEX_BITSET_MATCH_ANY",
                     site);
      }
      break;
    case FUTEX_WAIT:
    case FUTEX_WAKE:
      break;
    case FUTEX_CMP_REQUEUE: {
      Operation compare;
      compare.kind = Kind::read;
      compare.size = 4;
      if (machine.atomic(address, compare, site) !=
          static_cast<std::uint32_t>(words[5])) {
        return {-1, EAGAIN};
      }
      [[fallthrough]];
    }
    case FUTEX_REQUEUE:
      return {Futexes::requeue(address, static_cast<std::uintptr_t>(words[4]),
                               value, static_cast<unsigned>(words[3]), site),
              0};
    default:
      machine.fail(
          FailureKind::unsupported,
          "futex operation " + std::to_string(operation) + "%1 is not modelled",
          site);
  }
  if (operation == FUTEX_WAKE || operation == FUTEX_WAKE_BITSET) {
    return {static_cast<long>(Futexes::wake(address, value, site)), 0};
  }
  const std::uint64_t until =
      operation == FUTEX_WAIT ? Clocks::after(timeout) : Clocks::at(timeout);
  switch (Futexes::wait(address, value, until, site)) {
    case Futexes::End::woken:
      return {};
    case Futexes::End::changed:
      return {-1, EAGAIN};
    case Futexes::End::timeout:
      return {-1, ETIMEDOUT};
  }
  return {};
}

/// The heavy side of an asymmetric fence.
Outcome membarrier(const long* words, Site site) {
  if (words[0] == MEMBARRIER_CMD_QUERY) {
    return {MEMBARRIER_CMD_GLOBAL | MEMBARRIER_CMD_PRIVATE_EXPEDITED |
                MEMBARRIER_CMD_REGISTER_PRIVATE_EXPEDITED,
            0};
  }
  if (words[0] != MEMBARRIER_CMD_REGISTER_PRIVATE_EXPEDITED &&
      words[0] != MEMBARRIER_CMD_REGISTER_GLOBAL_EXPEDITED) {
    machine.fence(Weight::heavy, Order::seq_cst, site);
  }
  return {};
}

Outcome call(long number, const long* words, Site site) {
  switch (number) {
    case SYS_futex:
      return futex(words, site);
    case SYS_membarrier:
      return membarrier(words, site);
    case SYS_sched_yield:
      return {};
    case SYS_gettid:
      return {machine.self().id + 1, 0};
    default:
      machine.fail(
          FailureKind::unsupported,
          "system call " + std::to_string(number) + "%1 is not modelled", site);
  }
}

}  // namespace

extern "C" {

INTERLEAVE_HOOK long syscall(long number, ...) noexcept {
  long words[6];
  va_list list;
  va_start(list, number);
  for (long& word : words) {
    word = va_arg(list, long);
  }
  va_end(list);
  if (!Machine::inside()) {
    return real().syscall(number, words[0], words[1], words[2], words[3],
                          words[4], words[5]);
  }
  Outcome outcome;
  {
    const Busy busy;
    outcome = call(number, words, {to_address(__builtin_return_address(0))});
  }
  if (outcome.error != 0) {
    errno = outcome.error;
  }
  return outcome.result;
}

}  // extern "C"
