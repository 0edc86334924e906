// SPDX-License-Identifier: MIT
#include "abi/real.hpp"

#include <dlfcn.h>

namespace interleave::engine {

void Real::load() {
#define INTERLEAVE_FIND(member, name) \
  member = reinterpret_cast<decltype(member)>(dlsym(RTLD_NEXT, name))
#define INTERLEAVE_REAL(name) INTERLEAVE_FIND(name, #name);
#include "abi/real_functions.def"
  INTERLEAVE_REAL(sched_yield)
  INTERLEAVE_REAL(usleep)
  INTERLEAVE_REAL(gettimeofday)
  INTERLEAVE_REAL(time)
  INTERLEAVE_REAL(syscall)
  INTERLEAVE_REAL(fork)
  INTERLEAVE_REAL(sigaction)
  INTERLEAVE_REAL(raise)
  INTERLEAVE_REAL(kill)
  INTERLEAVE_REAL(alarm)
  INTERLEAVE_REAL(setitimer)
  INTERLEAVE_REAL(abort)
  INTERLEAVE_REAL(exit)
  INTERLEAVE_REAL(longjmp)
  INTERLEAVE_REAL(siglongjmp)
  INTERLEAVE_REAL(_longjmp)
  INTERLEAVE_REAL(__longjmp_chk)
  INTERLEAVE_FIND(cxa_thread_atexit, "__cxa_thread_atexit_impl");
  INTERLEAVE_FIND(cxa_guard_acquire, "__cxa_guard_acquire");
  INTERLEAVE_FIND(cxa_guard_release, "__cxa_guard_release");
  INTERLEAVE_FIND(cxa_guard_abort, "__cxa_guard_abort");
}

const Real& real() {
  // No guarded static: the guard's functions are among those found here. The
  // first call comes from a constructor, before there are threads.
  static constinit Real functions;
  static constinit bool loaded = false;
  if (!loaded) {
    loaded = true;
    functions.load();
  }
  return functions;
}

}  // namespace interleave::engine
