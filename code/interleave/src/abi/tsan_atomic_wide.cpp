// SPDX-License-Identifier: MIT
// Atomic operations on 16 bytes: not modelled. Outside of an exploration they
// work, under one lock for all.
#include <atomic>

#include "abi/hook.hpp"
#include "fibers/machine.hpp"
#include "heap/bytes.hpp"

namespace {

using namespace interleave;          // NOLINT(google-build-using-namespace)
using namespace interleave::engine;  // NOLINT(google-build-using-namespace)

__extension__ using Wide = unsigned __int128;

std::atomic_flag locked;

class Locked {
 public:
  explicit Locked(void* pc) {
    if (Machine::inside()) {
      const Busy busy;
      machine.fail(FailureKind::unsupported,
                   "an atomic operation on 16 bytes%1 is not modelled",
                   {to_address(pc)});
    }
    while (locked.test_and_set(std::memory_order_acquire)) {
    }
  }
  ~Locked() { locked.clear(std::memory_order_release); }
  Locked(const Locked&) = delete;
  Locked& operator=(const Locked&) = delete;
};

Wide compare(volatile Wide* address, Wide expected, Wide value, void* pc) {
  const Locked lock{pc};
  const Wide old = *address;
  if (old == expected) {
    *address = value;
  }
  return old;
}

}  // namespace

#define INTERLEAVE_PC __builtin_return_address(0)

#define INTERLEAVE_COMPARE(name)                                      \
  INTERLEAVE_HOOK int __tsan_atomic128_compare_exchange_##name(       \
      volatile Wide* address, Wide* expected, Wide value, int, int) { \
    const Wide wanted = *expected;                                    \
    *expected = compare(address, wanted, value, INTERLEAVE_PC);       \
    return *expected == wanted;                                       \
  }

#define INTERLEAVE_UPDATE(name, result)                                \
  INTERLEAVE_HOOK Wide __tsan_atomic128_##name(volatile Wide* address, \
                                               Wide value, int) {      \
    const Locked lock{INTERLEAVE_PC};                                  \
    const Wide old = *address;                                         \
    *address = result;                                                 \
    return old;                                                        \
  }

extern "C" {

INTERLEAVE_HOOK Wide __tsan_atomic128_load(const volatile Wide* address, int) {
  const Locked lock{INTERLEAVE_PC};
  return *address;
}

INTERLEAVE_HOOK void __tsan_atomic128_store(volatile Wide* address, Wide value,
                                            int) {
  const Locked lock{INTERLEAVE_PC};
  *address = value;
}

INTERLEAVE_UPDATE(exchange, value)
INTERLEAVE_UPDATE(fetch_add, old + value)
INTERLEAVE_UPDATE(fetch_sub, old - value)
INTERLEAVE_UPDATE(fetch_and, (value & old))
INTERLEAVE_UPDATE(fetch_or, old | value)
INTERLEAVE_UPDATE(fetch_xor, old ^ value)
INTERLEAVE_UPDATE(fetch_nand, ~(old& value))
INTERLEAVE_COMPARE(strong)
INTERLEAVE_COMPARE(weak)

INTERLEAVE_HOOK Wide __tsan_atomic128_compare_exchange_val(
    volatile Wide* address, Wide expected, Wide value, int, int) {
  return compare(address, expected, value, INTERLEAVE_PC);
}

}  // extern "C"
