// SPDX-License-Identifier: MIT
// memcpy and its like: the compilers call them for copies of whole objects.
#include <cstddef>
#include <cstring>

#include "abi/hook.hpp"
#include "abi/modules.hpp"
#include "fibers/machine.hpp"
#include "heap/bytes.hpp"

namespace {

using namespace interleave;          // NOLINT(google-build-using-namespace)
using namespace interleave::engine;  // NOLINT(google-build-using-namespace)

bool seen(void* pc) {
  return Machine::inside() && Modules::in_program(to_address(pc));
}

void note(const void* address, std::size_t size, bool write, void* pc) {
  const Busy busy;
  machine.plain(to_address(address), size, write, {to_address(pc)});
}

void note_copy(void* to, const void* from, std::size_t size, void* pc) {
  if (size != 0 && seen(pc)) {
    note(from, size, false, pc);
    note(to, size, true, pc);
  }
}

void note_fill(void* to, std::size_t size, void* pc) {
  if (size != 0 && seen(pc)) {
    note(to, size, true, pc);
  }
}

}  // namespace

#define INTERLEAVE_PC __builtin_return_address(0)

extern "C" {

// The linker's --wrap hands the program's calls to __wrap_..., and gives the
// C library's functions as __real_.... The libraries' own calls go where they
// always went.
void* __real_memcpy(void* to, const void* from, std::size_t size);
void* __real_memmove(void* to, const void* from, std::size_t size);
void* __real_memset(void* to, int value, std::size_t size);

INTERLEAVE_HOOK void* __wrap_memcpy(void* to, const void* from,
                                    std::size_t size) {
  note_copy(to, from, size, INTERLEAVE_PC);
  return __real_memcpy(to, from, size);
}
INTERLEAVE_HOOK void* __wrap_memmove(void* to, const void* from,
                                     std::size_t size) {
  note_copy(to, from, size, INTERLEAVE_PC);
  return __real_memmove(to, from, size);
}
INTERLEAVE_HOOK void* __wrap_memset(void* to, int value, std::size_t size) {
  note_fill(to, size, INTERLEAVE_PC);
  return __real_memset(to, value, size);
}

INTERLEAVE_HOOK void* __tsan_memcpy(void* to, const void* from,
                                    std::size_t size) {
  note_copy(to, from, size, INTERLEAVE_PC);
  return __real_memcpy(to, from, size);
}
INTERLEAVE_HOOK void* __tsan_memmove(void* to, const void* from,
                                     std::size_t size) {
  note_copy(to, from, size, INTERLEAVE_PC);
  return __real_memmove(to, from, size);
}
INTERLEAVE_HOOK void* __tsan_memset(void* to, int value, std::size_t size) {
  note_fill(to, size, INTERLEAVE_PC);
  return __real_memset(to, value, size);
}

}  // extern "C"
