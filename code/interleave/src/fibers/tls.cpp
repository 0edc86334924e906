// SPDX-License-Identifier: MIT
#include "fibers/tls.hpp"

#include <cxxabi.h>
#include <pthread.h>
#include <signal.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cstddef>
#include <cstring>

#include "abi/real.hpp"
#include "fibers/context.hpp"
#include "graph/clock.hpp"

namespace interleave::engine {
namespace {

struct Parked {
  pthread_t handle{};
  std::atomic<std::uintptr_t> pointer{0};
  void* exceptions = nullptr;
};

std::array<Parked, max_threads> parked;

// Not the real threads' handles: those differ from run to run, and programs
// hash them.
constexpr unsigned long first_handle = 0x1000;
constexpr unsigned long handle_step = 0x40;

void* park(void* argument) {
  auto& self = *static_cast<Parked*>(argument);
  sigset_t all;
  sigfillset(&all);
  real().pthread_sigmask(SIG_SETMASK, &all, nullptr);
  self.exceptions = abi::__cxa_get_globals();
  self.pointer.store(thread_pointer(), std::memory_order_release);
  for (;;) {
    pause();
  }
}

bool start(Parked& self) {
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setstacksize(&attributes, std::size_t{1} << 16);
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  const int error =
      real().pthread_create(&self.handle, &attributes, park, &self);
  pthread_attr_destroy(&attributes);
  if (error != 0) {
    return false;
  }
  while (self.pointer.load(std::memory_order_acquire) == 0) {
    real().sched_yield();
  }
  return true;
}

}  // namespace

std::uintptr_t ParkedThreads::pointer(unsigned k) {
  Parked& self = parked[k];
  if (k == 0) {
    return thread_pointer();
  }
  if (self.pointer.load(std::memory_order_acquire) == 0 && !start(self)) {
    return 0;
  }
  return self.pointer.load(std::memory_order_acquire);
}

unsigned long ParkedThreads::handle(unsigned k) {
  return first_handle + k * handle_step;
}

int ParkedThreads::find(unsigned long handle) {
  const unsigned long offset = handle - first_handle;
  return offset % handle_step == 0 && offset / handle_step < max_threads
             ? static_cast<int>(offset / handle_step)
             : -1;
}

void ParkedThreads::forget_exceptions(unsigned k) {
  // The ABI's layout: the caught exceptions, and how many are in flight.
  constexpr std::size_t size = sizeof(void*) + sizeof(unsigned);
  std::memset(parked[k].exceptions, 0, size);
}

}  // namespace interleave::engine
