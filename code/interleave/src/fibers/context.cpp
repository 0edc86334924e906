// SPDX-License-Identifier: MIT
#include "fibers/context.hpp"

#include <sys/auxv.h>
#include <unistd.h>

#include <cstring>

#if defined(__x86_64__)
#include <asm/prctl.h>
#include <sys/syscall.h>

// The floating-point control words are not saved: a program that changes them
// in one thread only is not worth a slower switch of all.
asm(R"(
.text
.globl interleave_switch
.hidden interleave_switch
.type interleave_switch, @function
interleave_switch:
  pushq %rbp
  pushq %rbx
  pushq %r12
  pushq %r13
  pushq %r14
  pushq %r15
  movq %rsp, (%rdi)
  movq %rsi, %rsp
  popq %r15
  popq %r14
  popq %r13
  popq %r12
  popq %rbx
  popq %rbp
  ret
.size interleave_switch, .-interleave_switch
)");
#else
asm(R"(
.text
.globl interleave_switch
.hidden interleave_switch
.type interleave_switch, %function
interleave_switch:
  sub sp, sp, #160
  stp x19, x20, [sp, #0]
  stp x21, x22, [sp, #16]
  stp x23, x24, [sp, #32]
  stp x25, x26, [sp, #48]
  stp x27, x28, [sp, #64]
  stp x29, x30, [sp, #80]
  stp d8, d9, [sp, #96]
  stp d10, d11, [sp, #112]
  stp d12, d13, [sp, #128]
  stp d14, d15, [sp, #144]
  mov x9, sp
  str x9, [x0]
  mov sp, x1
  ldp x19, x20, [sp, #0]
  ldp x21, x22, [sp, #16]
  ldp x23, x24, [sp, #32]
  ldp x25, x26, [sp, #48]
  ldp x27, x28, [sp, #64]
  ldp x29, x30, [sp, #80]
  ldp d8, d9, [sp, #96]
  ldp d10, d11, [sp, #112]
  ldp d12, d13, [sp, #128]
  ldp d14, d15, [sp, #144]
  add sp, sp, #160
  ret
.size interleave_switch, .-interleave_switch
)");
#endif

namespace interleave::engine {
namespace {

void* pointer(std::uintptr_t address) {
  return reinterpret_cast<void*>(address);  // NOLINT(performance-no-int-to-ptr)
}

#if defined(__x86_64__)
bool writes_fs_base = false;
#endif

}  // namespace

#if defined(__x86_64__)

void* prepare_stack(std::uintptr_t top, void (*entry)()) {
  // Six registers, the entry's address, and no return address above it: at
  // the entry the stack is as behind a call.
  std::uintptr_t sp = (top & ~std::uintptr_t{15}) - 8;
  std::memset(pointer(sp), 0, 8);
  sp -= sizeof entry;
  std::memcpy(pointer(sp), static_cast<const void*>(&entry), sizeof entry);
  sp -= 48;
  std::memset(pointer(sp), 0, 48);
  return pointer(sp);
}

std::uintptr_t thread_pointer() {
  std::uintptr_t result = 0;  // NOLINT(misc-const-correctness)
  asm("movq %%fs:0, %0" : "=r"(result));
  return result;
}

void detect_thread_pointer() {
  constexpr unsigned long fsgsbase = 1UL << 1;
  writes_fs_base = (getauxval(AT_HWCAP2) & fsgsbase) != 0;
}

void set_thread_pointer(std::uintptr_t value) {
  if (writes_fs_base) {
    asm volatile("wrfsbase %0" : : "r"(value) : "memory");
  } else {
    syscall(SYS_arch_prctl, ARCH_SET_FS, value);
  }
}

#else

void* prepare_stack(std::uintptr_t top, void (*entry)()) {
  const std::uintptr_t sp = (top & ~std::uintptr_t{15}) - 160;
  std::memset(pointer(sp), 0, 160);
  std::memcpy(pointer(sp + 88), &entry, sizeof entry);
  return pointer(sp);
}

std::uintptr_t thread_pointer() {
  std::uintptr_t result = 0;
  asm("mrs %0, tpidr_el0" : "=r"(result));
  return result;
}

void detect_thread_pointer() {}

void set_thread_pointer(std::uintptr_t value) {
  asm volatile("msr tpidr_el0, %0" : : "r"(value) : "memory");
}

#endif

}  // namespace interleave::engine
