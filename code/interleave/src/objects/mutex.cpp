// SPDX-License-Identifier: MIT
#include "fibers/machine.hpp"

namespace interleave::engine {
namespace {

constexpr const char* name = "the mutex";

Operation lock_operation() {
  Operation op;
  op.kind = Kind::read;
  op.update = Update::exchange;
  op.wait = Wait::if_nonzero;
  op.order = Order::acquire;
  op.operand = 1;
  return op;
}

Objects::State& state_of(std::uintptr_t address, Site site) {
  return machine.objects.state(machine.object_location(address, site), name);
}

void take(std::uintptr_t address, Site site) {
  Objects::State& state = state_of(address, site);
  state.owner = machine.self().id;
  state.depth = 1;
}

/// Whether the thread holds it already; then another level is counted, or the
/// program is wrong.
bool again(std::uintptr_t address, bool recursive, Site site) {
  Objects::State& state = state_of(address, site);
  if (state.owner != machine.self().id) {
    return false;
  }
  if (!recursive) {
    machine.fail(FailureKind::misuse,
                 "a thread locks a mutex%1 that it holds already", site);
  }
  ++state.depth;
  return true;
}

}  // namespace

void Mutexes::lock(std::uintptr_t address, bool recursive, Site site) {
  machine.effect();
  if (!again(address, recursive, site)) {
    site.label = "lock";
    machine.object(address, lock_operation(), site);
    take(address, site);
  }
}

bool Mutexes::try_lock(std::uintptr_t address, bool recursive, Site site) {
  machine.effect();
  if (state_of(address, site).owner == machine.self().id) {
    return recursive && again(address, recursive, site);
  }
  Operation op = lock_operation();
  op.wait = Wait::never;
  op.update = Update::compare;
  site.label = "try_lock";
  if (machine.object(address, op, site) != 0) {
    return false;
  }
  take(address, site);
  return true;
}

bool Mutexes::timed_lock(std::uintptr_t address, bool recursive,
                         std::uint64_t until, Site site) {
  if (try_lock(address, recursive, site)) {
    return true;
  }
  if (Clocks::times_out(until, site)) {
    return false;
  }
  const TimedWait timed;
  lock(address, recursive, site);
  return true;
}

void Mutexes::unlock(std::uintptr_t address, Site site) {
  machine.effect();
  Objects::State& state = state_of(address, site);
  if (state.owner != machine.self().id) {
    machine.fail(FailureKind::misuse,
                 state.owner == Objects::nobody
                     ? "a thread unlocks a mutex%1 that nobody holds"
                     : "a thread unlocks a mutex%1 that another holds",
                 site);
  }
  if (--state.depth > 0) {
    return;
  }
  state.owner = Objects::nobody;
  Operation op;
  op.kind = Kind::write;
  op.order = Order::release;
  site.label = "unlock";
  machine.object(address, op, site);
}

void Mutexes::destroy(std::uintptr_t address, Site site) {
  if (state_of(address, site).owner != Objects::nobody) {
    machine.fail(FailureKind::misuse, "a mutex is destroyed%1 while it is held",
                 site);
  }
}

}  // namespace interleave::engine
