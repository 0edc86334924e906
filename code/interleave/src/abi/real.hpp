// SPDX-License-Identifier: MIT
#pragma once

#include <pthread.h>
#include <semaphore.h>
#include <signal.h>
#include <spawn.h>
#include <threads.h>
#include <time.h>

#include <cstddef>

namespace interleave::engine {

/// The C library's own functions behind those that the checker stands in for.
struct Real {
  void load();

#define INTERLEAVE_REAL(name) decltype(&::name) name = nullptr;
#include "abi/real_functions.def"
#undef INTERLEAVE_REAL
  int (*sched_yield)() = nullptr;
  int (*usleep)(unsigned) = nullptr;
  int (*gettimeofday)(struct timeval*, void*) = nullptr;
  time_t (*time)(time_t*) = nullptr;
  long (*syscall)(long, ...) = nullptr;
  int (*fork)() = nullptr;
  int (*sigaction)(int, const struct sigaction*, struct sigaction*) = nullptr;
  int (*raise)(int) = nullptr;
  int (*kill)(pid_t, int) = nullptr;
  unsigned (*alarm)(unsigned) = nullptr;
  int (*setitimer)(int, const void*, void*) = nullptr;
  void (*abort)() = nullptr;
  void (*exit)(int) = nullptr;
  void (*longjmp)(void*, int) = nullptr;
  void (*siglongjmp)(void*, int) = nullptr;
  void (*_longjmp)(void*, int) = nullptr;
  void (*__longjmp_chk)(void*, int) = nullptr;
  int (*cxa_thread_atexit)(void (*)(void*), void*, void*) = nullptr;
  int (*cxa_guard_acquire)(void*) = nullptr;
  void (*cxa_guard_release)(void*) = nullptr;
  void (*cxa_guard_abort)(void*) = nullptr;
};

const Real& real();

}  // namespace interleave::engine
