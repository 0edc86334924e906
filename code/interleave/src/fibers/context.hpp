// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#if !(defined(__linux__) && (defined(__x86_64__) || defined(__aarch64__)))
#error "interleave is available on Linux for x86-64 and AArch64 only"
#endif

namespace interleave::engine {

/// Saves the caller's registers on its stack and the stack pointer in `*save`;
/// goes on where `load` was saved.
extern "C" void interleave_switch(void** save, void* load);

/// A saved stack pointer that goes on with `entry` on an empty stack.
void* prepare_stack(std::uintptr_t top, void (*entry)());

/// The register by which a thread finds its thread-local memory.
std::uintptr_t thread_pointer();
void set_thread_pointer(std::uintptr_t value);

/// Finds out if the kernel lets programs set it without a system call.
void detect_thread_pointer();

}  // namespace interleave::engine
