// SPDX-License-Identifier: MIT
// Mutexes and read-write locks.
#include <pthread.h>

#include <cerrno>

#include "abi/hook.hpp"
#include "abi/real.hpp"
#include "fibers/machine.hpp"
#include "heap/bytes.hpp"

namespace {

using namespace interleave;          // NOLINT(google-build-using-namespace)
using namespace interleave::engine;  // NOLINT(google-build-using-namespace)

// NOLINTNEXTLINE(readability-identifier-naming): glibc's field
bool recursive(const pthread_mutex_t* mutex) {
  constexpr int kind_bits = 3;
  return (mutex->__data.__kind & kind_bits) == PTHREAD_MUTEX_RECURSIVE;
}

int in_time(bool taken) { return taken ? 0 : ETIMEDOUT; }

}  // namespace

#define INTERLEAVE_SITE {to_address(__builtin_return_address(0))}

#define INTERLEAVE_LOCK_CALL(name, parameters, arguments, modelled) \
  INTERLEAVE_HOOK int name parameters noexcept {                    \
    if (!Machine::inside()) {                                       \
      return real().name arguments;                                 \
    }                                                               \
    const Busy busy;                                                \
    const Site site INTERLEAVE_SITE;                                \
    modelled;                                                       \
  }

extern "C" {

INTERLEAVE_LOCK_CALL(pthread_mutex_init,
                     (pthread_mutex_t * mutex, const pthread_mutexattr_t* how),
                     (mutex, how), {
                       machine.plain(to_address(mutex), sizeof *mutex, true,
                                     site);
                       return real().pthread_mutex_init(mutex, how);
                     })
INTERLEAVE_LOCK_CALL(pthread_mutex_destroy, (pthread_mutex_t * mutex), (mutex),
                     {
                       Mutexes::destroy(to_address(mutex), site);
                       machine.plain(to_address(mutex), sizeof *mutex, true,
                                     site);
                       return 0;
                     })
INTERLEAVE_LOCK_CALL(pthread_mutex_lock, (pthread_mutex_t * mutex), (mutex), {
  Mutexes::lock(to_address(mutex), recursive(mutex), site);
  return 0;
})
INTERLEAVE_LOCK_CALL(pthread_mutex_trylock, (pthread_mutex_t * mutex), (mutex),
                     {
                       return Mutexes::try_lock(to_address(mutex),
                                                recursive(mutex), site)
                                  ? 0
                                  : EBUSY;
                     })
INTERLEAVE_LOCK_CALL(pthread_mutex_timedlock,
                     (pthread_mutex_t * mutex, const timespec* until),
                     (mutex, until), {
                       return in_time(Mutexes::timed_lock(
                           to_address(mutex), recursive(mutex),
                           Clocks::at(until), site));
                     })
INTERLEAVE_LOCK_CALL(pthread_mutex_clocklock,
                     (pthread_mutex_t * mutex, clockid_t clock,
                      const timespec* until),
                     (mutex, clock, until), {
                       return in_time(Mutexes::timed_lock(
                           to_address(mutex), recursive(mutex),
                           Clocks::at(until), site));
                     })
INTERLEAVE_LOCK_CALL(pthread_mutex_unlock, (pthread_mutex_t * mutex), (mutex), {
  Mutexes::unlock(to_address(mutex), site);
  return 0;
})

INTERLEAVE_LOCK_CALL(pthread_rwlock_init,
                     (pthread_rwlock_t * lock, const pthread_rwlockattr_t* how),
                     (lock, how), {
                       machine.plain(to_address(lock), sizeof *lock, true,
                                     site);
                       return real().pthread_rwlock_init(lock, how);
                     })
INTERLEAVE_LOCK_CALL(pthread_rwlock_destroy, (pthread_rwlock_t * lock), (lock),
                     {
                       SharedMutexes::destroy(to_address(lock), site);
                       machine.plain(to_address(lock), sizeof *lock, true,
                                     site);
                       return 0;
                     })

#define INTERLEAVE_RWLOCK(name, call)                             \
  INTERLEAVE_LOCK_CALL(name, (pthread_rwlock_t * lock), (lock), { \
    SharedMutexes::call(to_address(lock), site);                  \
    return 0;                                                     \
  })
#define INTERLEAVE_RWLOCK_TRY(name, call)                           \
  INTERLEAVE_LOCK_CALL(name, (pthread_rwlock_t * lock), (lock), {   \
    return SharedMutexes::call(to_address(lock), site) ? 0 : EBUSY; \
  })
#define INTERLEAVE_RWLOCK_TIMED(name, call)                                    \
  INTERLEAVE_LOCK_CALL(name, (pthread_rwlock_t * lock, const timespec* until), \
                       (lock, until),                                          \
                       return in_time(SharedMutexes::call(                     \
                           to_address(lock), Clocks::at(until), site)))
#define INTERLEAVE_RWLOCK_CLOCK(name, call)                                    \
  INTERLEAVE_LOCK_CALL(                                                        \
      name, (pthread_rwlock_t * lock, clockid_t clock, const timespec* until), \
      (lock, clock, until),                                                    \
      return in_time(                                                          \
          SharedMutexes::call(to_address(lock), Clocks::at(until), site)))

INTERLEAVE_RWLOCK(pthread_rwlock_rdlock, lock_shared)
INTERLEAVE_RWLOCK(pthread_rwlock_wrlock, lock)
INTERLEAVE_RWLOCK(pthread_rwlock_unlock, unlock)
INTERLEAVE_RWLOCK_TRY(pthread_rwlock_tryrdlock, try_lock_shared)
INTERLEAVE_RWLOCK_TRY(pthread_rwlock_trywrlock, try_lock)
INTERLEAVE_RWLOCK_TIMED(pthread_rwlock_timedrdlock, timed_lock_shared)
INTERLEAVE_RWLOCK_TIMED(pthread_rwlock_timedwrlock, timed_lock)
INTERLEAVE_RWLOCK_CLOCK(pthread_rwlock_clockrdlock, timed_lock_shared)
INTERLEAVE_RWLOCK_CLOCK(pthread_rwlock_clockwrlock, timed_lock)

}  // extern "C"
