// SPDX-License-Identifier: MIT
// Condition variables, POSIX semaphores, and atomic waiting.
#include <pthread.h>
#include <semaphore.h>

#include <cerrno>
#include <condition_variable>

#include "abi/hook.hpp"
#include "abi/outside_wait.hpp"
#include "abi/real.hpp"
#include "fibers/machine.hpp"
#include "heap/bytes.hpp"

namespace {

using namespace interleave;          // NOLINT(google-build-using-namespace)
using namespace interleave::engine;  // NOLINT(google-build-using-namespace)

int wait(pthread_cond_t* condition, pthread_mutex_t* mutex,
         const timespec* until, void* pc) {
  const Busy busy;
  return Conditions::wait(to_address(condition), to_address(mutex),
                          Clocks::at(until), {to_address(pc)})
             ? 0
             : ETIMEDOUT;
}

void notify(void* condition, bool all, void* pc) {
  const Busy busy;
  Conditions::notify(to_address(condition), all, {to_address(pc)});
}

}  // namespace

#define INTERLEAVE_PC __builtin_return_address(0)

extern "C" {

INTERLEAVE_HOOK int pthread_cond_init(pthread_cond_t* condition,
                                      const pthread_condattr_t* how) noexcept {
  if (Machine::inside()) {
    const Busy busy;
    machine.plain(to_address(condition), sizeof *condition, true,
                  {to_address(INTERLEAVE_PC)});
  }
  return real().pthread_cond_init(condition, how);
}

INTERLEAVE_HOOK int pthread_cond_destroy(pthread_cond_t* condition) noexcept {
  if (Machine::inside()) {
    const Busy busy;
    machine.plain(to_address(condition), sizeof *condition, true,
                  {to_address(INTERLEAVE_PC)});
    return 0;
  }
  return real().pthread_cond_destroy(condition);
}

INTERLEAVE_HOOK int pthread_cond_wait(pthread_cond_t* condition,
                                      pthread_mutex_t* mutex) {
  return Machine::inside() ? wait(condition, mutex, nullptr, INTERLEAVE_PC)
                           : real().pthread_cond_wait(condition, mutex);
}

INTERLEAVE_HOOK int pthread_cond_timedwait(pthread_cond_t* condition,
                                           pthread_mutex_t* mutex,
                                           const timespec* until) {
  return Machine::inside()
             ? wait(condition, mutex, until, INTERLEAVE_PC)
             : real().pthread_cond_timedwait(condition, mutex, until);
}

INTERLEAVE_HOOK int pthread_cond_clockwait(pthread_cond_t* condition,
                                           pthread_mutex_t* mutex,
                                           clockid_t clock,
                                           const timespec* until) {
  return Machine::inside()
             ? wait(condition, mutex, until, INTERLEAVE_PC)
             : real().pthread_cond_clockwait(condition, mutex, clock, until);
}

INTERLEAVE_HOOK int pthread_cond_signal(pthread_cond_t* condition) noexcept {
  if (!Machine::inside()) {
    return real().pthread_cond_signal(condition);
  }
  notify(condition, false, INTERLEAVE_PC);
  return 0;
}

INTERLEAVE_HOOK int pthread_cond_broadcast(pthread_cond_t* condition) noexcept {
  if (!Machine::inside()) {
    return real().pthread_cond_broadcast(condition);
  }
  notify(condition, true, INTERLEAVE_PC);
  return 0;
}

INTERLEAVE_HOOK int sem_init(sem_t* semaphore, int shared,
                             unsigned value) noexcept {
  if (Machine::inside()) {
    const Busy busy;
    machine.plain(to_address(semaphore), sizeof *semaphore, true,
                  {to_address(INTERLEAVE_PC)});
  }
  return real().sem_init(semaphore, shared, value);
}

INTERLEAVE_HOOK int sem_wait(sem_t* semaphore) {
  if (!Machine::inside()) {
    return real().sem_wait(semaphore);
  }
  const Busy busy;
  Semaphores::wait(to_address(semaphore), {to_address(INTERLEAVE_PC)});
  return 0;
}

INTERLEAVE_HOOK int sem_trywait(sem_t* semaphore) noexcept {
  if (!Machine::inside()) {
    return real().sem_trywait(semaphore);
  }
  bool done = false;
  {
    const Busy busy;
    done = Semaphores::try_wait(to_address(semaphore),
                                {to_address(INTERLEAVE_PC)});
  }
  errno = done ? errno : EAGAIN;
  return done ? 0 : -1;
}

INTERLEAVE_HOOK int sem_timedwait(sem_t* semaphore, const timespec* until) {
  if (!Machine::inside()) {
    return real().sem_timedwait(semaphore, until);
  }
  bool done = false;
  {
    const Busy busy;
    done = Semaphores::timed_wait(to_address(semaphore), Clocks::at(until),
                                  {to_address(INTERLEAVE_PC)});
  }
  errno = done ? errno : ETIMEDOUT;
  return done ? 0 : -1;
}

INTERLEAVE_HOOK int sem_clockwait(sem_t* semaphore, clockid_t clock,
                                  const timespec* until) {
  return Machine::inside() ? sem_timedwait(semaphore, until)
                           : real().sem_clockwait(semaphore, clock, until);
}

INTERLEAVE_HOOK int sem_post(sem_t* semaphore) noexcept {
  if (!Machine::inside()) {
    return real().sem_post(semaphore);
  }
  const Busy busy;
  Semaphores::post(to_address(semaphore), {to_address(INTERLEAVE_PC)});
  return 0;
}

INTERLEAVE_HOOK int sem_getvalue(sem_t* semaphore, int* value) noexcept {
  if (!Machine::inside()) {
    return real().sem_getvalue(semaphore, value);
  }
  const Busy busy;
  *value =
      Semaphores::value(to_address(semaphore), {to_address(INTERLEAVE_PC)});
  return 0;
}

INTERLEAVE_HOOK unsigned interleave_wait_begin(const void* address) {
  return Machine::inside() ? 0 : OutsideWait::begin(address);
}

INTERLEAVE_HOOK bool interleave_wait(const void* address, unsigned ticket,
                                     const timespec* timeout) {
  if (!Machine::inside()) {
    return OutsideWait::wait(address, ticket, timeout);
  }
  const Busy busy;
  return Futexes::wait_read(to_address(address), Clocks::after(timeout),
                            {to_address(INTERLEAVE_PC)});
}

INTERLEAVE_HOOK void interleave_notify(const void* address, unsigned size,
                                       bool all) {
  if (!Machine::inside()) {
    OutsideWait::notify(address);
    return;
  }
  const Busy busy;
  Futexes::wake_read(to_address(address), size, all,
                     {to_address(INTERLEAVE_PC)});
}

}  // extern "C"
