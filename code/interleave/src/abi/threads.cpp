// SPDX-License-Identifier: MIT
// Threads: pthread_create and what belongs to it.
#include <pthread.h>
#include <sched.h>

#include <cerrno>

#include "abi/hook.hpp"
#include "abi/real.hpp"
#include "fibers/machine.hpp"
#include "fibers/tls.hpp"
#include "heap/bytes.hpp"

namespace {

using namespace interleave;          // NOLINT(google-build-using-namespace)
using namespace interleave::engine;  // NOLINT(google-build-using-namespace)

Site site_of(void* pc) { return {to_address(pc)}; }

/// The running execution's thread with that handle.
Thread& thread_of(pthread_t handle, const char* call, Site site) {
  const int found = ParkedThreads::find(handle);
  if (found < 0 || static_cast<unsigned>(found) >= machine.threads() ||
      machine.thread(static_cast<unsigned>(found)).state == State::unused) {
    machine.fail(FailureKind::misuse,
                 std::string{call} + " of a thread that does not exist%1",
                 site);
  }
  return machine.thread(static_cast<unsigned>(found));
}

}  // namespace

extern "C" {

INTERLEAVE_HOOK int pthread_create(pthread_t* thread,
                                   const pthread_attr_t* attributes,
                                   void* (*entry)(void*),
                                   void* argument) noexcept {
  if (!Machine::inside()) {
    return real().pthread_create(thread, attributes, entry, argument);
  }
  const Busy busy;
  const Site site = site_of(__builtin_return_address(0));
  const ThreadId child = machine.create(entry, argument, site);
  int detached = PTHREAD_CREATE_JOINABLE;
  if (attributes != nullptr) {
    pthread_attr_getdetachstate(attributes, &detached);
  }
  machine.thread(child).detached = detached == PTHREAD_CREATE_DETACHED;
  machine.plain(to_address(thread), sizeof *thread, true, site);
  *thread = ParkedThreads::handle(child);
  return 0;
}

INTERLEAVE_HOOK int pthread_join(pthread_t handle, void** result) {
  if (!Machine::inside()) {
    return real().pthread_join(handle, result);
  }
  const Busy busy;
  const Site site = site_of(__builtin_return_address(0));
  Thread& thread = thread_of(handle, "join", site);
  if (&thread == &machine.self()) {
    return EDEADLK;
  }
  if (thread.detached || thread.joined) {
    machine.fail(FailureKind::misuse,
                 thread.joined ? "joins a thread a second time%1"
                               : "joins a detached thread%1",
                 site);
  }
  void* const value = machine.join(thread.id, site);
  if (result != nullptr) {
    *result = value;
  }
  return 0;
}

INTERLEAVE_HOOK pthread_t pthread_self() noexcept {
  return Machine::inside() ? ParkedThreads::handle(machine.self().id)
                           : real().pthread_self();
}

INTERLEAVE_HOOK int pthread_detach(pthread_t handle) noexcept {
  if (!Machine::inside()) {
    return real().pthread_detach(handle);
  }
  const Busy busy;
  const Site site = site_of(__builtin_return_address(0));
  Thread& thread = thread_of(handle, "detach", site);
  if (thread.detached || thread.joined) {
    machine.fail(FailureKind::misuse,
                 "detaches a thread that is joined or detached already%1",
                 site);
  }
  thread.detached = true;
  return 0;
}

INTERLEAVE_HOOK void pthread_exit(void* value) {
  if (!Machine::inside()) {
    real().pthread_exit(value);
  }
  const Busy busy;
  machine.fail(FailureKind::unsupported,
               "pthread_exit is not modelled%1: return from the thread",
               site_of(__builtin_return_address(0)));
}

INTERLEAVE_HOOK int pthread_kill(pthread_t handle, int signal) noexcept {
  if (!Machine::inside()) {
    return real().pthread_kill(handle, signal);
  }
  const Busy busy;
  machine.fail(FailureKind::unsupported, "signals are not modelled%1",
               site_of(__builtin_return_address(0)));
}

// A thread that yields lets others run; in the model they do so anyway.
INTERLEAVE_HOOK int sched_yield() noexcept {
  return Machine::inside() ? 0 : real().sched_yield();
}

INTERLEAVE_HOOK int __cxa_thread_atexit(void (*function)(void*), void* object,
                                        void* library) noexcept {
  if (!Machine::inside()) {
    return real().cxa_thread_atexit(function, object, library);
  }
  const Busy busy;
  machine.self().destructors.push_back({function, object});
  return 0;
}

}  // extern "C"
