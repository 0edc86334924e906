// SPDX-License-Identifier: MIT
// Queues of waiting threads, and condition variables made of them.
#include "fibers/machine.hpp"
#include "search/audit.hpp"

namespace interleave::engine {
namespace {

Operation update(Update kind, Order order, Value operand) {
  Operation op;
  op.kind = Kind::read;
  op.update = kind;
  op.order = order;
  op.operand = operand;
  return op;
}

Site quiet(Site site) {
  site.quiet = true;
  return site;
}

/// For no reason.
bool wakes_up(Site site) {
  site.label = "spurious wake-up";
  return machine.choose(2, site) == 1;
}

}  // namespace

void Queues::enqueue(LocationId queue, Order order, Site site) {
  const Value before = machine.hidden(
      queue, update(Update::enqueue, order, machine.self().id), site);
  if (ThreadQueue{before}.size() >= ThreadQueue::capacity) {
    machine.fail(FailureKind::unsupported,
                 "more threads wait at one object%1 than are modelled", site);
  }
}

bool Queues::wait(LocationId queue, std::uint64_t until, bool spurious,
                  Site site) {
  Thread& thread = machine.self();
  const ThreadId self = thread.id;
  const bool timed = until != Clocks::never;
  // A loop around the wait would go on for ever: each place is left in this
  // way a bounded number of times.
  const unsigned most = timed ? 2 : 1;
  const std::uint64_t place = mix(site.pc, thread.calls.hash());
  const bool open = until <= thread.time ||
                    ((timed || spurious) && thread.ends_of(place) < most);
  thread.bounded = timed && !open;
  thread.timed = timed && open;
  if (open && (timed ? Clocks::times_out(until, site) : wakes_up(site))) {
    ++thread.ends_of(place);
    const Value before = machine.hidden(
        queue, update(Update::remove, Order::relaxed, self), quiet(site));
    thread.timed = false;
    if (!ThreadQueue{before}.contains(self)) {
      // It was freed before: the other way of the choice has that.
      machine.stop(Ending::dead);
    }
    return false;
  }
  Operation op = update(Update::none, Order::relaxed, self);
  op.wait = Wait::if_queued;
  site.label = "wake up";
  machine.hidden(queue, op, site);
  thread.bounded = thread.timed = false;
  thread.perhaps_late = timed ? until : 0;
  return true;
}

bool Queues::left_out(Site wake) {
  return machine.audit != nullptr &&
         !machine.audit->visit_wake(wake.label, wake, machine.self().calls);
}

unsigned Queues::wake_one(LocationId queue, Order order, Site site) {
  const Value before =
      machine.hidden(queue, update(Update::take_one, order, 0), site);
  return ThreadQueue{before}.size() == 0 ? 0 : 1;
}

unsigned Queues::wake_all(LocationId queue, Order order, Site site) {
  const Value before =
      machine.hidden(queue, update(Update::take_all, order, 0), site);
  return ThreadQueue{before}.size();
}

bool Conditions::wait(std::uintptr_t condition, std::uintptr_t mutex,
                      std::uint64_t until, Site site) {
  machine.effect();
  const LocationId queue = machine.object_location(condition, site);
  const Objects::State& held =
      machine.objects.state(machine.object_location(mutex, site), "the mutex");
  if (held.owner != machine.self().id) {
    machine.fail(FailureKind::misuse,
                 "a thread waits on a condition variable%1 without holding "
                 "its mutex",
                 site);
  }
  machine.objects.state(queue, "the condition variable");
  // Before the mutex is free, so that whoever locks it next sees the waiter.
  site.label = "wait";
  Queues::enqueue(queue, Order::relaxed, site);
  const unsigned depth = held.depth;
  machine.objects.state(machine.object_location(mutex, site), "").depth = 1;
  Mutexes::unlock(mutex, site);
  const bool freed =
      Queues::wait(queue, until, machine.options.spurious_wakeups, site);
  Mutexes::lock(mutex, false, site);
  machine.objects.state(machine.object_location(mutex, site), "").depth = depth;
  return freed || until == Clocks::never;
}

void Conditions::notify(std::uintptr_t condition, bool all, Site site) {
  machine.effect();
  const LocationId queue = machine.object_location(condition, site);
  machine.objects.state(queue, "the condition variable");
  site.label = all ? "notify_all" : "notify_one";
  if (Queues::left_out(site)) {
    return;
  }
  if (all) {
    Queues::wake_all(queue, Order::relaxed, site);
  } else {
    Queues::wake_one(queue, Order::relaxed, site);
  }
}

}  // namespace interleave::engine
