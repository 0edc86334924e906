// SPDX-License-Identifier: MIT
#include "fibers/machine.hpp"

namespace interleave::engine {
namespace {

constexpr const char* name = "the shared mutex";

Objects::State& state_of(std::uintptr_t address, Site site) {
  return machine.objects.state(machine.object_location(address, site), name);
}

Operation exclusive(bool waiting) {
  Operation op;
  op.kind = Kind::read;
  op.order = Order::acquire;
  op.update = waiting ? Update::exchange : Update::compare;
  op.wait = waiting ? Wait::if_nonzero : Wait::never;
  op.operand = written;
  return op;
}

Operation shared() {
  Operation op;
  op.kind = Kind::read;
  op.order = Order::acquire;
  op.update = Update::add;
  op.wait = Wait::if_written;
  op.operand = 1;
  return op;
}

void refuse_again(std::uintptr_t address, Site site) {
  const Objects::State& state = state_of(address, site);
  const ThreadId self = machine.self().id;
  if (state.owner == self || state.readers[self] != 0) {
    machine.fail(FailureKind::misuse,
                 "a thread locks a shared mutex%1 that it holds already", site);
  }
}

}  // namespace

void SharedMutexes::lock(std::uintptr_t address, Site site) {
  machine.effect();
  refuse_again(address, site);
  site.label = "lock";
  machine.object(address, exclusive(true), site);
  state_of(address, site).owner = machine.self().id;
}

bool SharedMutexes::try_lock(std::uintptr_t address, Site site) {
  machine.effect();
  refuse_again(address, site);
  site.label = "try_lock";
  if (machine.object(address, exclusive(false), site) != 0) {
    return false;
  }
  state_of(address, site).owner = machine.self().id;
  return true;
}

bool SharedMutexes::timed_lock(std::uintptr_t address, std::uint64_t until,
                               Site site) {
  if (try_lock(address, site)) {
    return true;
  }
  if (Clocks::times_out(until, site)) {
    return false;
  }
  const TimedWait timed;
  lock(address, site);
  return true;
}

void SharedMutexes::lock_shared(std::uintptr_t address, Site site) {
  machine.effect();
  refuse_again(address, site);
  site.label = "lock_shared";
  machine.object(address, shared(), site);
  ++state_of(address, site).readers[machine.self().id];
}

bool SharedMutexes::try_lock_shared(std::uintptr_t address, Site site) {
  machine.effect();
  refuse_again(address, site);
  // Look, and then count up from what was seen: between the two another
  // reader may come or go, which is no reason to fail.
  Operation look;
  look.kind = Kind::read;
  look.location = 0;
  Site quiet = site;
  quiet.quiet = true;
  Value seen = machine.object(address, look, quiet);
  site.label = "try_lock_shared";
  while (seen != written) {
    Operation op = shared();
    op.wait = Wait::never;
    op.update = Update::compare;
    op.expected = seen;
    op.operand = seen + 1;
    const Value found = machine.object(address, op, site);
    if (found == seen) {
      ++state_of(address, site).readers[machine.self().id];
      return true;
    }
    seen = found;
  }
  return false;
}

bool SharedMutexes::timed_lock_shared(std::uintptr_t address,
                                      std::uint64_t until, Site site) {
  if (try_lock_shared(address, site)) {
    return true;
  }
  if (Clocks::times_out(until, site)) {
    return false;
  }
  const TimedWait timed;
  lock_shared(address, site);
  return true;
}

void SharedMutexes::unlock(std::uintptr_t address, Site site) {
  machine.effect();
  Objects::State& state = state_of(address, site);
  const ThreadId self = machine.self().id;
  Operation op;
  op.order = Order::release;
  site.label = "unlock";
  if (state.owner == self) {
    state.owner = Objects::nobody;
    op.kind = Kind::write;
  } else if (state.readers[self] != 0) {
    --state.readers[self];
    op.kind = Kind::read;
    op.update = Update::sub;
    op.operand = 1;
    site.label = "unlock_shared";
  } else {
    machine.fail(FailureKind::misuse,
                 "a thread unlocks a shared mutex%1 that it does not hold",
                 site);
  }
  machine.object(address, op, site);
}

void SharedMutexes::destroy(std::uintptr_t address, Site site) {
  const Objects::State& state = state_of(address, site);
  bool held = state.owner != Objects::nobody;
  for (const std::uint8_t count : state.readers) {
    held = held || count != 0;
  }
  if (held) {
    machine.fail(FailureKind::misuse,
                 "a shared mutex is destroyed%1 while it is held", site);
  }
}

}  // namespace interleave::engine
