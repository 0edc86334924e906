// SPDX-License-Identifier: MIT
// One-time initialisation: pthread_once, which std::call_once calls, and the
// guards of function-local statics.
#include <pthread.h>

#include "abi/hook.hpp"
#include "abi/real.hpp"
#include "fibers/machine.hpp"
#include "heap/bytes.hpp"

namespace {

using namespace interleave;          // NOLINT(google-build-using-namespace)
using namespace interleave::engine;  // NOLINT(google-build-using-namespace)

enum : Value { fresh, running, done };

void store(std::uintptr_t control, Value value, Site site) {
  const Busy busy;
  machine.effect();
  Operation op;
  op.kind = Kind::write;
  op.order = Order::release;
  op.operand = value;
  machine.object(control, op, site);
}

bool first(std::uintptr_t control, Site site) {
  const Busy busy;
  machine.effect();
  Operation op;
  op.kind = Kind::read;
  op.update = Update::compare;
  op.wait = Wait::if_one;
  op.order = Order::acquire;
  op.failure = Order::acquire;
  op.expected = fresh;
  op.operand = running;
  const LocationId location = machine.object_location(control, site);
  machine.objects.state(location, "an initialisation");
  if (machine.object(control, op, site) != fresh) {
    return false;
  }
  machine.objects.state(location, "an initialisation").owner =
      machine.self().id;
  return true;
}

/// What the compiler's own look at the guard reads: on AArch64 g++ reads the
/// whole of it, others its first byte.
#if defined(__aarch64__) && !defined(__clang__)
constexpr std::uint8_t guard_size = 8;
#else
constexpr std::uint8_t guard_size = 1;
#endif

/// Only one thread at a time initialises a static. The lock is a location that
/// is nowhere in memory: the guard itself is read by the compiler's own code.
LocationId guard_lock(std::uintptr_t guard, Site site) {
  Locations::Identity identity = machine.locations.identity(
      machine.atomic_location(guard, guard_size, site));
  constexpr std::uint32_t lock_size = 1U << 17;
  identity.size += lock_size;
  const LocationId lock = machine.locations.number(identity);
  machine.objects.state(lock, "the initialisation of a static");
  return lock;
}

void leave_guard(std::uintptr_t guard, bool complete, Site site) {
  const Busy busy;
  machine.effect();
  const LocationId lock = guard_lock(guard, site);
  Operation op;
  op.kind = Kind::write;
  op.order = Order::release;
  op.size = guard_size;
  op.operand = 1;
  if (complete) {
    site.label = "static initialised";
    machine.atomic(guard, op, site);
  }
  machine.objects.state(lock, "the initialisation of a static").owner =
      Objects::nobody;
  op.operand = 0;
  site.quiet = true;
  machine.hidden(lock, op, site);
}

}  // namespace

#define INTERLEAVE_SITE(text) {to_address(__builtin_return_address(0)), text}

extern "C" {

INTERLEAVE_HOOK int pthread_once(pthread_once_t* control,
                                 void (*initialise)()) {
  if (!Machine::inside()) {
    return real().pthread_once(control, initialise);
  }
  const Site site INTERLEAVE_SITE("call_once");
  const std::uintptr_t address = to_address(control);
  if (first(address, site)) {
    try {
      initialise();
    } catch (...) {
      // It may be tried again.
      store(address, fresh, INTERLEAVE_SITE("call_once fails"));
      throw;
    }
    store(address, done, INTERLEAVE_SITE("call_once done"));
  }
  return 0;
}

INTERLEAVE_HOOK int __cxa_guard_acquire(void* guard) {
  if (!Machine::inside()) {
    return real().cxa_guard_acquire(guard);
  }
  const Busy busy;
  machine.effect();
  Site site INTERLEAVE_SITE("static");
  const std::uintptr_t address = to_address(guard);
  const LocationId lock = guard_lock(address, site);
  Operation op;
  op.kind = Kind::read;
  op.update = Update::exchange;
  op.wait = Wait::if_nonzero;
  op.order = Order::acquire;
  op.operand = 1;
  site.quiet = true;
  machine.hidden(lock, op, site);
  Operation look;
  look.kind = Kind::read;
  look.size = guard_size;
  look.order = Order::acquire;
  if (machine.atomic(address, look, site) != 0) {
    Operation unlock;
    unlock.kind = Kind::write;
    unlock.order = Order::release;
    machine.hidden(lock, unlock, site);
    return 0;
  }
  machine.objects.state(lock, "the initialisation of a static").owner =
      machine.self().id;
  return 1;
}

INTERLEAVE_HOOK void __cxa_guard_release(void* guard) {
  if (!Machine::inside()) {
    real().cxa_guard_release(guard);
    return;
  }
  leave_guard(to_address(guard), true, INTERLEAVE_SITE(nullptr));
}

INTERLEAVE_HOOK void __cxa_guard_abort(void* guard) {
  if (!Machine::inside()) {
    real().cxa_guard_abort(guard);
    return;
  }
  leave_guard(to_address(guard), false, INTERLEAVE_SITE(nullptr));
}

}  // extern "C"
