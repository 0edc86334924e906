// SPDX-License-Identifier: MIT
#pragma once

#include <pthread.h>
#include <semaphore.h>
#include <signal.h>
#include <time.h>

#include <cstddef>

namespace interleave::engine {

/// The C library's own functions behind those that the checker stands in for.
struct Real {
  void load();

#define INTERLEAVE_REAL(name) decltype(&::name) name = nullptr
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
#undef INTERLEAVE_REAL
  int (*sched_yield)() = nullptr;
  int (*usleep)(unsigned) = nullptr;
  int (*gettimeofday)(struct timeval*, void*) = nullptr;
  time_t (*time)(time_t*) = nullptr;
  long (*syscall)(long, ...) = nullptr;
  int (*fork)() = nullptr;
  int (*sigaction)(int, const struct sigaction*, struct sigaction*) = nullptr;
  int (*raise)(int) = nullptr;
  void (*abort)() = nullptr;
  void (*exit)(int) = nullptr;
  void (*longjmp)(void*, int) = nullptr;
  int (*cxa_thread_atexit)(void (*)(void*), void*, void*) = nullptr;
  int (*cxa_guard_acquire)(void*) = nullptr;
  void (*cxa_guard_release)(void*) = nullptr;
  void (*cxa_guard_abort)(void*) = nullptr;
};

const Real& real();

}  // namespace interleave::engine
