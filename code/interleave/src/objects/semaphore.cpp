// SPDX-License-Identifier: MIT
#include "fibers/machine.hpp"
#include "heap/bytes.hpp"

namespace interleave::engine {
namespace {

/// glibc keeps the count in the low half of a sem_t's first word; the model's
/// operations leave it as `sem_init` set it.
Value initial(std::uintptr_t address) { return load_bytes(address, 4); }

Operation update(Update kind, Order order) {
  Operation op;
  op.kind = Kind::read;
  op.update = kind;
  op.order = order;
  op.operand = 1;
  return op;
}

}  // namespace

void Semaphores::wait(std::uintptr_t address, Site site) {
  machine.effect();
  Operation op = update(Update::sub, Order::acquire);
  op.wait = Wait::if_zero;
  site.label = "sem_wait";
  machine.object(address, op, site, initial(address));
}

bool Semaphores::try_wait(std::uintptr_t address, Site site) {
  machine.effect();
  site.label = "sem_trywait";
  Operation look;
  look.kind = Kind::read;
  Site quiet = site;
  quiet.quiet = true;
  Value seen = machine.object(address, look, quiet, initial(address));
  while (seen != 0) {
    Operation op = update(Update::compare, Order::acquire);
    op.expected = seen;
    op.operand = seen - 1;
    const Value found = machine.object(address, op, site, initial(address));
    if (found == seen) {
      return true;
    }
    seen = found;
  }
  return false;
}

bool Semaphores::timed_wait(std::uintptr_t address, std::uint64_t until,
                            Site site) {
  if (try_wait(address, site)) {
    return true;
  }
  if (Clocks::times_out(until, site)) {
    return false;
  }
  const TimedWait timed;
  wait(address, site);
  return true;
}

void Semaphores::post(std::uintptr_t address, Site site) {
  machine.effect();
  site.label = "sem_post";
  machine.object(address, update(Update::add, Order::release), site,
                 initial(address));
}

int Semaphores::value(std::uintptr_t address, Site site) {
  machine.effect();
  Operation look;
  look.kind = Kind::read;
  site.label = "sem_getvalue";
  return static_cast<int>(
      machine.object(address, look, site, initial(address)));
}

}  // namespace interleave::engine
