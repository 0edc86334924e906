// SPDX-License-Identifier: MIT
#include "abi/real.hpp"

#include <dlfcn.h>

namespace interleave::engine {
void Real::load() {
#define INTERLEAVE_FIND(member, name) \
  member = reinterpret_cast<decltype(member)>(dlsym(RTLD_NEXT, name))
#define INTERLEAVE_REAL(name) INTERLEAVE_FIND(name, #name)
  INTERLEAVE_REAL(pthread_create);
  INTERLEAVE_REAL(pthread_join);
  INTERLEAVE_REAL(pthread_detach);
  INTERLEAVE_REAL(pthread_self);
  INTERLEAVE_REAL(pthread_exit);
  INTERLEAVE_REAL(pthread_sigmask);
  INTERLEAVE_REAL(pthread_kill);
  INTERLEAVE_REAL(signal);
  INTERLEAVE_REAL(pthread_once);
  INTERLEAVE_REAL(pthread_key_create);
  INTERLEAVE_REAL(pthread_getspecific);
  INTERLEAVE_REAL(pthread_setspecific);
  INTERLEAVE_REAL(pthread_mutex_init);
  INTERLEAVE_REAL(pthread_mutex_destroy);
  INTERLEAVE_REAL(pthread_mutex_lock);
  INTERLEAVE_REAL(pthread_mutex_trylock);
  INTERLEAVE_REAL(pthread_mutex_timedlock);
  INTERLEAVE_REAL(pthread_mutex_clocklock);
  INTERLEAVE_REAL(pthread_mutex_unlock);
  INTERLEAVE_REAL(pthread_cond_init);
  INTERLEAVE_REAL(pthread_cond_destroy);
  INTERLEAVE_REAL(pthread_cond_wait);
  INTERLEAVE_REAL(pthread_cond_timedwait);
  INTERLEAVE_REAL(pthread_cond_clockwait);
  INTERLEAVE_REAL(pthread_cond_signal);
  INTERLEAVE_REAL(pthread_cond_broadcast);
  INTERLEAVE_REAL(pthread_rwlock_init);
  INTERLEAVE_REAL(pthread_rwlock_destroy);
  INTERLEAVE_REAL(pthread_rwlock_rdlock);
  INTERLEAVE_REAL(pthread_rwlock_tryrdlock);
  INTERLEAVE_REAL(pthread_rwlock_timedrdlock);
  INTERLEAVE_REAL(pthread_rwlock_clockrdlock);
  INTERLEAVE_REAL(pthread_rwlock_wrlock);
  INTERLEAVE_REAL(pthread_rwlock_trywrlock);
  INTERLEAVE_REAL(pthread_rwlock_timedwrlock);
  INTERLEAVE_REAL(pthread_rwlock_clockwrlock);
  INTERLEAVE_REAL(pthread_rwlock_unlock);
  INTERLEAVE_REAL(sem_init);
  INTERLEAVE_REAL(sem_destroy);
  INTERLEAVE_REAL(sem_wait);
  INTERLEAVE_REAL(sem_trywait);
  INTERLEAVE_REAL(sem_timedwait);
  INTERLEAVE_REAL(sem_clockwait);
  INTERLEAVE_REAL(sem_post);
  INTERLEAVE_REAL(sem_getvalue);
  INTERLEAVE_REAL(clock_gettime);
  INTERLEAVE_REAL(nanosleep);
  INTERLEAVE_REAL(clock_nanosleep);
  INTERLEAVE_REAL(sched_yield);
  INTERLEAVE_REAL(usleep);
  INTERLEAVE_REAL(gettimeofday);
  INTERLEAVE_REAL(time);
  INTERLEAVE_REAL(syscall);
  INTERLEAVE_REAL(fork);
  INTERLEAVE_REAL(sigaction);
  INTERLEAVE_REAL(raise);
  INTERLEAVE_REAL(abort);
  INTERLEAVE_REAL(exit);
  INTERLEAVE_REAL(longjmp);
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
