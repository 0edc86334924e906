// SPDX-License-Identifier: MIT
#include "fibers/machine.hpp"
#include "heap/bytes.hpp"
#include "heap/race.hpp"
#include "search/audit.hpp"

namespace interleave::engine {

std::uint64_t Machine::birth_of(std::uintptr_t address, unsigned size) {
  std::uint64_t birth = 0;
  each_cell(address, size, [&](std::uintptr_t at, std::uint8_t bytes) {
    shadow.each(shadow.cell(at), [&](const Access& access) {
      if (access.write != 0 && (access.bytes & bytes) != 0) {
        // In any order: it must not matter who came first.
        birth += mix(access.thread + 1U, access.epoch);
      }
    });
  });
  return birth;
}

std::uint32_t Machine::locate(std::uintptr_t address, unsigned size,
                              bool object, Site site, Value initial) {
  Cell& cell = shadow.cell(address);
  const std::uint8_t bytes = byte_mask(address, size);
  for (std::uint32_t k = cell.location; k != 0;) {
    const Locations::Place& place = locations.place(k);
    const Locations::Identity& identity = place.identity;
    if (identity.address == address && identity.size == size &&
        place.object == object) {
      return k;
    }
    if ((byte_mask(identity.address, identity.size) & bytes) != 0) {
      fail(FailureKind::unsupported,
           object != place.object
               ? "memory is used as a lock and as an atomic object at once"
               : "atomic operations of different sizes meet on the same "
                 "memory%1; the memory model does not define them",
           site);
    }
    k = place.next;
  }
  if (address % size != 0 && !object) {
    fail(FailureKind::unsupported, "an atomic operation is not aligned%1",
         site);
  }
  Locations::Place place;
  place.identity = {address, birth_of(address, size), size};
  place.id = locations.number(place.identity);
  place.next = cell.location;
  place.object = object;
  search.graph().declare(place.id,
                         object ? initial : load_bytes(address, size));
  const std::uint32_t index = locations.add(place);
  cell.location = index;
  return index;
}

void Machine::check_atomic(std::uintptr_t address, unsigned size, bool write,
                           Site site) {
  each_cell(address, size, [&](std::uintptr_t at, std::uint8_t bytes) {
    Cell& cell = shadow.cell(at);
    if (Region::on_heaps(at)) {
      check_heap(cell, at, bytes, write, site);
    }
    if (cell.count == 0) {
      return;
    }
    const Access* const other =
        shadow.conflict(cell, bytes, write, self_->id, self_->before);
    if (other != nullptr) {
      Trouble race = race_with(*other, address, size, write, site);
      race.atomic = true;
      fail(std::move(race));
    }
  });
}

void Machine::fence(Weight weight, Order order, Site site) {
  Operation op;
  op.kind = Kind::fence;
  op.weight = weight;
  op.order = order;
  const bool kept = audit == nullptr || audit->visit(op, site, self().calls);
  if (kept && op.order != Order::relaxed) {
    perform(op, site);
  }
}

Value Machine::atomic(std::uintptr_t address, Operation op, Site site) {
  access_pc = site.pc;
  const std::uint32_t index = locate(address, op.size, false, site);
  access_pc = 0;
  op.location = locations.place(index).id;
  const Event& event = perform(op, site);
  const Value value = event.value;
  const bool write = op.kind == Kind::write || event.rmw;
  check_atomic(address, op.size, write, site);
  if (write) {
    const Index last = static_cast<Index>(self_->position - 1);
    store(index, {self_->id, last});
  }
  return value;
}

/// Memory holds the newest of the values written so far: so a plain read that
/// comes after all of them finds what the memory model gives it.
void Machine::store(std::uint32_t index, Ref write) {
  Locations::Place& place = locations.place(index);
  const Graph& graph = search.graph();
  const Event& event = graph.at(write);
  if (!place.writer.initial() && graph.at(place.writer).rank > event.rank) {
    return;
  }
  place.writer = write;
  const std::uintptr_t address = place.identity.address;
  Cell& cell = shadow.cell(address);
  if (!cell.saved && !Region::contains(address)) {
    memory_undo.save(address);
    cell.saved = true;
  }
  cell.undefined = static_cast<std::uint8_t>(
      cell.undefined & ~byte_mask(address, place.identity.size));
  store_bytes(address, place.identity.size, event.value);
}

LocationId Machine::atomic_location(std::uintptr_t address, unsigned size,
                                    Site site) {
  return locations.place(locate(address, size, false, site)).id;
}

LocationId Machine::object_location(std::uintptr_t address, Site site,
                                    Value initial) {
  return locations.place(locate(address, 1, true, site, initial)).id;
}

Value Machine::object(std::uintptr_t address, Operation op, Site site,
                      Value initial) {
  op.size = 8;
  op.location = object_location(address, site, initial);
  const Event& event = perform(op, site);
  const Value value = event.value;
  // To use a lock is to read the object: its making must come before.
  check_atomic(address, 1, false, site);
  return value;
}

Value Machine::hidden(LocationId location, Operation op, Site site) {
  op.size = 8;
  op.location = location;
  search.graph().declare(location, 0);
  return perform(op, site).value;
}

unsigned Machine::choose(unsigned choices, Site site) {
  effect();
  Operation op;
  op.kind = Kind::choice;
  op.operand = choices;
  return static_cast<unsigned>(perform(op, site).value);
}

ThreadId Machine::create(Thread::Entry entry, void* argument, Site site) {
  effect();
  const auto [known, fresh] =
      children_.try_emplace({self_->id, self_->children}, ThreadId{0});
  if (fresh) {
    if (names_ >= std::min(options.max_threads, max_threads)) {
      children_.erase(known);
      limit_reached = "the limit of threads was reached";
      stop(Ending::limit);
    }
    known->second = static_cast<ThreadId>(names_++);
  }
  const ThreadId child = known->second;
  ++self_->children;
  Operation op;
  op.kind = Kind::create;
  joined_ = child;
  perform(op, site);
  launch(threads_[child], child, entry, argument);
  threads_[child].before = self_->before;
  threads_[child].time = self_->time;
  count_ = std::max(count_, child + 1U);
  return child;
}

void* Machine::join(ThreadId child, Site site) {
  effect();
  Operation op;
  op.kind = Kind::join;
  joined_ = child;
  perform(op, site);
  threads_[child].joined = true;
  return threads_[child].result;
}

}  // namespace interleave::engine
