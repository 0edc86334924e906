// SPDX-License-Identifier: MIT
// The heap: inside an exploration, blocks come from the checker's arena.
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <new>

#include "abi/hook.hpp"
#include "abi/modules.hpp"
#include "fibers/machine.hpp"
#include "heap/bytes.hpp"

extern "C" {
void* __libc_malloc(std::size_t);
void* __libc_calloc(std::size_t, std::size_t);
void* __libc_realloc(void*, std::size_t);
void* __libc_memalign(std::size_t, std::size_t);
void __libc_free(void*);
}

namespace {

using namespace interleave;          // NOLINT(google-build-using-namespace)
using namespace interleave::engine;  // NOLINT(google-build-using-namespace)

/// What the C library asks for itself (a stream's buffer, say) lives on after
/// the execution.
bool modelled(void* pc) {
  return Machine::inside() && !Modules::in_c_library(to_address(pc));
}

void* allocate(std::size_t size, std::size_t alignment, void* pc) {
  const Busy busy;
  const std::uintptr_t caller = to_address(pc);
  return machine.allocate(size, alignment, Modules::in_program(caller),
                          {caller});
}

void release(void* block, void* pc) {
  if (block == nullptr) {
    return;
  }
  if (Machine::inside()) {
    const Busy busy;
    // A block from before the exploration stays: the next execution may
    // find it where this one did.
    machine.release(to_address(block), {to_address(pc)});
  } else if (!Region::contains(to_address(block))) {
    __libc_free(block);
  }
}

void* reallocate(void* block, std::size_t size, void* pc) {
  const std::uintptr_t address = to_address(block);
  void* const result = allocate(size, 16, pc);
  if (result == nullptr || block == nullptr) {
    return result;
  }
  const Busy busy;
  const Block* const old = machine.arena.find(address);
  const std::size_t known =
      old == nullptr ? Modules::usable_size(block) : old->size;
  const std::size_t count = known < size ? known : size;
  machine.plain(address, count, false, {to_address(pc)});
  machine.plain(to_address(result), count, true, {to_address(pc)});
  std::memcpy(result, block, count);
  machine.release(address, {to_address(pc)});
  return result;
}

void* must(void* block) {
  if (block == nullptr) {
    throw std::bad_alloc{};
  }
  return block;
}

void* create(std::size_t size, std::size_t alignment, void* pc) {
  if (modelled(pc)) {
    return allocate(size, alignment, pc);
  }
  return alignment <= 16 ? __libc_malloc(size == 0 ? 1 : size)
                         : __libc_memalign(alignment, size);
}

}  // namespace

#define INTERLEAVE_PC __builtin_return_address(0)

extern "C" {

INTERLEAVE_HOOK void* malloc(std::size_t size) {
  return create(size, 16, INTERLEAVE_PC);
}

INTERLEAVE_HOOK void free(void* block) { release(block, INTERLEAVE_PC); }

INTERLEAVE_HOOK void* calloc(std::size_t count, std::size_t size) {
  if (!modelled(INTERLEAVE_PC)) {
    return __libc_calloc(count, size);
  }
  std::size_t bytes = 0;
  if (__builtin_mul_overflow(count, size, &bytes)) {
    return nullptr;
  }
  void* const block = allocate(bytes, 16, INTERLEAVE_PC);
  if (block != nullptr) {
    const Busy busy;
    std::memset(block, 0, bytes);
    machine.plain(to_address(block), bytes, true, {to_address(INTERLEAVE_PC)});
  }
  return block;
}

INTERLEAVE_HOOK void* realloc(void* block, std::size_t size) {
  if (modelled(INTERLEAVE_PC)) {
    return reallocate(block, size, INTERLEAVE_PC);
  }
  return __libc_realloc(block, size);
}

INTERLEAVE_HOOK void* memalign(std::size_t alignment, std::size_t size) {
  return create(size, alignment, INTERLEAVE_PC);
}

INTERLEAVE_HOOK void* aligned_alloc(std::size_t alignment, std::size_t size) {
  return create(size, alignment, INTERLEAVE_PC);
}

INTERLEAVE_HOOK int posix_memalign(void** block, std::size_t alignment,
                                   std::size_t size) {
  void* const result = create(size, alignment, INTERLEAVE_PC);
  if (result == nullptr) {
    return ENOMEM;
  }
  *block = result;
  return 0;
}

}  // extern "C"

INTERLEAVE_HOOK void* operator new(std::size_t size) {
  return must(create(size, 16, INTERLEAVE_PC));
}
INTERLEAVE_HOOK void* operator new[](std::size_t size) {
  return must(create(size, 16, INTERLEAVE_PC));
}
INTERLEAVE_HOOK void* operator new(std::size_t size,
                                   std::align_val_t alignment) {
  return must(create(size, static_cast<std::size_t>(alignment), INTERLEAVE_PC));
}
INTERLEAVE_HOOK void* operator new[](std::size_t size,
                                     std::align_val_t alignment) {
  return must(create(size, static_cast<std::size_t>(alignment), INTERLEAVE_PC));
}
INTERLEAVE_HOOK void* operator new(std::size_t size,
                                   const std::nothrow_t&) noexcept {
  return create(size, 16, INTERLEAVE_PC);
}
INTERLEAVE_HOOK void* operator new[](std::size_t size,
                                     const std::nothrow_t&) noexcept {
  return create(size, 16, INTERLEAVE_PC);
}
INTERLEAVE_HOOK void operator delete(void* block) noexcept {
  release(block, INTERLEAVE_PC);
}
INTERLEAVE_HOOK void operator delete[](void* block) noexcept {
  release(block, INTERLEAVE_PC);
}
INTERLEAVE_HOOK void operator delete(void* block, std::size_t) noexcept {
  release(block, INTERLEAVE_PC);
}
INTERLEAVE_HOOK void operator delete[](void* block, std::size_t) noexcept {
  release(block, INTERLEAVE_PC);
}
INTERLEAVE_HOOK void operator delete(void* block, std::align_val_t) noexcept {
  release(block, INTERLEAVE_PC);
}
INTERLEAVE_HOOK void operator delete[](void* block, std::align_val_t) noexcept {
  release(block, INTERLEAVE_PC);
}
INTERLEAVE_HOOK void operator delete(void* block, std::size_t,
                                     std::align_val_t) noexcept {
  release(block, INTERLEAVE_PC);
}
INTERLEAVE_HOOK void operator delete[](void* block, std::size_t,
                                       std::align_val_t) noexcept {
  release(block, INTERLEAVE_PC);
}
INTERLEAVE_HOOK void operator delete(void* block,
                                     const std::nothrow_t&) noexcept {
  release(block, INTERLEAVE_PC);
}
INTERLEAVE_HOOK void operator delete[](void* block,
                                       const std::nothrow_t&) noexcept {
  release(block, INTERLEAVE_PC);
}
