// SPDX-License-Identifier: MIT
// Futexes, and atomic waiting, which is a futex for values of any size.
#include "fibers/machine.hpp"

namespace interleave::engine {
namespace {

/// The queue at a word: a location of its own, that lives as long as the
/// word's does.
LocationId queue_of(LocationId word) {
  Locations::Identity identity = machine.locations.identity(word);
  constexpr std::uint32_t queue_size = 1U << 16;
  identity.birth = mix(identity.birth, word);
  identity.size += queue_size;
  const LocationId queue = machine.locations.number(identity);
  machine.objects.state(queue, "the address");
  return queue;
}

/// The location of the thread's last event, a read at `address`.
LocationId just_read(std::uintptr_t address, Site site) {
  const Thread& self = machine.self();
  for (Index k = self.position; k-- > 0;) {
    const Event& event = machine.search.graph().at({self.id, k});
    if (event.op.kind == Kind::read &&
        machine.locations.identity(event.op.location).address == address) {
      return event.op.location;
    }
    if (event.op.kind != Kind::read && event.op.kind != Kind::fence) {
      break;
    }
  }
  machine.fail(FailureKind::unsupported,
               "a thread waits for an atomic object%1 without reading it",
               site);
}

/// The kernel compares the word after it has queued the thread: what the
/// thread read must not be older than what it knows now.
void check_fresh(LocationId word) {
  const Thread& self = machine.self();
  const Graph& graph = machine.search.graph();
  for (Index k = self.position; k-- > 0;) {
    const Event& event = graph.at({self.id, k});
    if (event.op.kind == Kind::read && event.op.location == word) {
      if (graph.rank_of(event.source) < graph.bound(word, self.before)) {
        machine.stop(Ending::dead);
      }
      return;
    }
  }
}

bool block(LocationId word, std::uint64_t until, Site site) {
  const LocationId queue = queue_of(word);
  site.label = "wait";
  Queues::enqueue(queue, Order::acq_rel, site);
  check_fresh(word);
  bool freed = Queues::wait(queue, until, false, site);
  // Whoever took it off the queue may have put it on another.
  LocationId& moved = machine.self().moved_to;
  while (freed && moved != 0) {
    const LocationId other = moved - 1;
    moved = 0;
    freed = Queues::wait(other, until, false, site);
  }
  return freed;
}

LocationId word_at(std::uintptr_t address, unsigned size, Site site) {
  return machine.atomic_location(address, size, site);
}

}  // namespace

Futexes::End Futexes::wait(std::uintptr_t word, std::uint32_t expected,
                           std::uint64_t until, Site site) {
  machine.effect();
  Operation op;
  op.kind = Kind::read;
  op.size = 4;
  Site look = site;
  look.label = "futex compare";
  if (machine.atomic(word, op, look) != expected) {
    machine.self().perhaps_late = until == Clocks::never ? 0 : until;
    return End::changed;
  }
  return block(word_at(word, 4, site), until, site) ? End::woken : End::timeout;
}

unsigned Futexes::wake(std::uintptr_t word, unsigned most, Site site) {
  machine.effect();
  site.label = "wake";
  if (Queues::left_out(site)) {
    return 0;
  }
  const LocationId queue = queue_of(word_at(word, 4, site));
  if (most >= max_threads) {
    return Queues::wake_all(queue, Order::acq_rel, site);
  }
  unsigned woken = 0;
  while (woken < most && Queues::wake_one(queue, Order::acq_rel, site) != 0) {
    ++woken;
  }
  return woken;
}

long Futexes::requeue(std::uintptr_t from, std::uintptr_t to,
                      unsigned wake_most, unsigned move_most, Site site) {
  machine.effect();
  if (move_most < max_threads) {
    machine.fail(FailureKind::unsupported,
                 "a futex requeue%1 of some waiters only is not modelled",
                 site);
  }
  const unsigned woken = wake(from, wake_most, site);
  const LocationId source = queue_of(word_at(from, 4, site));
  const LocationId target = queue_of(word_at(to, 4, site));
  site.label = "requeue";
  Operation take;
  take.kind = Kind::read;
  take.update = Update::take_all;
  take.order = Order::acq_rel;
  const ThreadQueue moved{machine.hidden(source, take, site)};
  site.quiet = true;
  for (unsigned k = 0; k < moved.size(); ++k) {
    Operation put = take;
    put.update = Update::enqueue;
    put.operand = moved.thread(k);
    machine.thread(moved.thread(k)).moved_to = target + 1;
    machine.hidden(target, put, site);
  }
  return woken + moved.size();
}

bool Futexes::wait_read(std::uintptr_t address, std::uint64_t until,
                        Site site) {
  machine.effect();
  const Thread& self = machine.self();
  if (self.position > 0) {
    const Event& last = machine.search.graph().last_of(self.id, self.position);
    if (last.op.update == Update::compare) {
      // A compare-exchange that another thread beat: it tries again.
      return true;
    }
  }
  return block(just_read(address, site), until, site);
}

unsigned Futexes::wake_read(std::uintptr_t address, unsigned size, bool all,
                            Site site) {
  machine.effect();
  site.label = all ? "notify_all" : "notify_one";
  if (Queues::left_out(site)) {
    return 0;
  }
  const LocationId queue = queue_of(word_at(address, size, site));
  return all ? Queues::wake_all(queue, Order::acq_rel, site)
             : Queues::wake_one(queue, Order::acq_rel, site);
}

}  // namespace interleave::engine
