// SPDX-License-Identifier: MIT
// The calls that the compilers emit for plain accesses and functions.
#include <cstddef>
#include <cstdint>

#include "abi/hook.hpp"
#include "fibers/machine.hpp"
#include "heap/bytes.hpp"

using interleave::engine::Busy;
using interleave::engine::Machine;
using interleave::engine::machine;
using interleave::engine::to_address;

namespace {

[[gnu::always_inline]] inline void access(const volatile void* address,
                                          std::size_t size, bool write,
                                          void* pc) {
  if (Machine::inside()) {
    const Busy busy;
    machine.plain(to_address(address), size, write, {to_address(pc)});
  }
}

}  // namespace

#define INTERLEAVE_ACCESS(name, size, write)                   \
  INTERLEAVE_HOOK void __tsan_##name(void* address) {          \
    access(address, size, write, __builtin_return_address(0)); \
  }

#define INTERLEAVE_SIZES(kind, write)                \
  INTERLEAVE_ACCESS(kind##1, 1, write)               \
  INTERLEAVE_ACCESS(kind##2, 2, write)               \
  INTERLEAVE_ACCESS(kind##4, 4, write)               \
  INTERLEAVE_ACCESS(kind##8, 8, write)               \
  INTERLEAVE_ACCESS(kind##16, 16, write)             \
  INTERLEAVE_ACCESS(unaligned_##kind##2, 2, write)   \
  INTERLEAVE_ACCESS(unaligned_##kind##4, 4, write)   \
  INTERLEAVE_ACCESS(unaligned_##kind##8, 8, write)   \
  INTERLEAVE_ACCESS(unaligned_##kind##16, 16, write) \
  INTERLEAVE_ACCESS(volatile_##kind##1, 1, write)    \
  INTERLEAVE_ACCESS(volatile_##kind##2, 2, write)    \
  INTERLEAVE_ACCESS(volatile_##kind##4, 4, write)    \
  INTERLEAVE_ACCESS(volatile_##kind##8, 8, write)    \
  INTERLEAVE_ACCESS(volatile_##kind##16, 16, write)

extern "C" {

INTERLEAVE_SIZES(read, false)
INTERLEAVE_SIZES(write, true)
INTERLEAVE_SIZES(read_write, true)

INTERLEAVE_HOOK void __tsan_read_range(void* address, std::size_t size) {
  access(address, size, false, __builtin_return_address(0));
}

INTERLEAVE_HOOK void __tsan_write_range(void* address, std::size_t size) {
  access(address, size, true, __builtin_return_address(0));
}

INTERLEAVE_HOOK void __tsan_vptr_read(void** address) {
  access(static_cast<const void*>(address), sizeof *address, false,
         __builtin_return_address(0));
}

INTERLEAVE_HOOK void __tsan_vptr_update(void** address, void* value) {
  // A destructor sets the pointer to what it is already: no change that
  // another thread could see.
  if (*address != value) {
    access(static_cast<const void*>(address), sizeof *address, true,
           __builtin_return_address(0));
  }
}

INTERLEAVE_HOOK void __tsan_func_entry(void* caller) {
  if (Machine::inside()) {
    machine.self().calls.enter(to_address(caller));
  }
}

INTERLEAVE_HOOK void __tsan_func_exit() {
  if (Machine::inside()) {
    machine.self().calls.leave();
  }
}

INTERLEAVE_HOOK void __tsan_init() {}

// libstdc++ tells of its own locks by these; they are explored as they are.
INTERLEAVE_HOOK void __tsan_mutex_create(void*, unsigned) {}
INTERLEAVE_HOOK void __tsan_mutex_destroy(void*, unsigned) {}
INTERLEAVE_HOOK void __tsan_mutex_pre_lock(void*, unsigned) {}
INTERLEAVE_HOOK void __tsan_mutex_post_lock(void*, unsigned, int) {}
INTERLEAVE_HOOK int __tsan_mutex_pre_unlock(void*, unsigned) { return 0; }
INTERLEAVE_HOOK void __tsan_mutex_post_unlock(void*, unsigned) {}
INTERLEAVE_HOOK void __tsan_mutex_pre_signal(void*, unsigned) {}
INTERLEAVE_HOOK void __tsan_mutex_post_signal(void*, unsigned) {}
INTERLEAVE_HOOK void __tsan_mutex_pre_divert(void*, unsigned) {}
INTERLEAVE_HOOK void __tsan_mutex_post_divert(void*, unsigned) {}
INTERLEAVE_HOOK void __tsan_acquire(void*) {}
INTERLEAVE_HOOK void __tsan_release(void*) {}

}  // extern "C"
