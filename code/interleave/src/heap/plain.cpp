// SPDX-License-Identifier: MIT
#include "fibers/machine.hpp"
#include "heap/bytes.hpp"
#include "heap/race.hpp"
#include "report/recorder.hpp"

namespace interleave::engine {

void Machine::plain(std::uintptr_t address, std::size_t size, bool write,
                    Site site) {
  access_pc = site.pc;
  if (overdue) {
    overdue = false;
    fail(FailureKind::endless_loop,
         "a thread runs on and on without an atomic operation or the like%1",
         site);
  }
  if (recorder != nullptr) {
    recorder->plain(*self_, address, size, write, site);
  }
  if (write && !(Region::on_stacks(address) &&
                 address - Region::stack(self_->id) < Region::stack_size)) {
    effect();
  }
  each_cell(address, size, [&](std::uintptr_t at, std::uint8_t bytes) {
    plain_cell(at, bytes, write, site);
  });
  access_pc = 0;
}

void Machine::plain_cell(std::uintptr_t address, std::uint8_t bytes, bool write,
                         Site site) {
  Cell& cell = shadow.cell(address);
  const Access access{bytes, static_cast<std::uint8_t>(self_->id & 0x7f), write,
                      self_->position};
  if (Region::on_heaps(address)) {
    check_heap(cell, address, bytes, write, site);
  } else if (write && !cell.saved && !Region::contains(address)) {
    memory_undo.save(address);
    cell.saved = true;
  }
  if (cell.location != 0) {
    check_places(cell, bytes, write, site);
  }
  if (shadow.covered(cell, access)) {
    return;
  }
  const Access* const other =
      shadow.conflict(cell, bytes, write, self_->id, self_->before);
  if (other != nullptr) {
    fail(race_with(*other, address, 1, write, site));
  }
  shadow.add(cell, access);
}

/// A plain access against the atomic ones that were executed before it.
void Machine::check_places(Cell& cell, std::uint8_t bytes, bool write,
                           Site site, bool freeing) {
  const Graph& graph = search.graph();
  const auto unordered = [&](Ref ref) {
    return !ref.initial() && ref.thread != self_->id && executed(ref) &&
           !self_->before.covers(ref);
  };
  std::uint32_t* link = &cell.location;
  while (*link != 0) {
    Locations::Place& place = locations.place(*link);
    const Locations::Identity& identity = place.identity;
    if ((byte_mask(identity.address, identity.size) & bytes) == 0) {
      link = &place.next;
      continue;
    }
    const Graph::Accesses& all = graph.accesses(place.id);
    const auto report = [&](Ref ref, bool other_write) {
      Trouble race;
      race.kind = FailureKind::race;
      race.pc = site.pc;
      race.address = identity.address;
      race.size = identity.size;
      race.write = write;
      race.freeing = freeing;
      race.has_other = true;
      race.other_atomic = true;
      race.other_thread = static_cast<ThreadId>(ref.thread);
      race.other_epoch = ref.index;
      race.other_write = other_write;
      fail(std::move(race));
    };
    for (const Ref ref : all.order) {
      if (unordered(ref) && !place.object) {
        report(ref, true);
      }
    }
    if (write) {
      for (const Ref ref : all.reads) {
        if (unordered(ref)) {
          report(ref, false);
        }
      }
      if (place.object && objects.holder(place.id) != Objects::nobody) {
        fail(FailureKind::misuse,
             "a lock is destroyed or overwritten%1 while it is held", site);
      }
      // Written anew, the memory is another object from now on.
      *link = place.next;
    } else {
      link = &place.next;
    }
  }
}

void Machine::check_heap(Cell& cell, std::uintptr_t address, std::uint8_t bytes,
                         bool write, Site site) {
  if (cell.life != Life::live) {
    bad_heap(cell, address, write, site);
  }
  if ((cell.undefined & bytes) == 0) {
    return;
  }
  if (write) {
    cell.undefined = static_cast<std::uint8_t>(cell.undefined & ~bytes);
    return;
  }
  if ((cell.undefined & bytes) != bytes || bytes == 0) {
    return;
  }
  // Code without instrumentation may have written it: then the filler is gone.
  const std::uintptr_t base = address & ~std::uintptr_t{7};
  const auto* const memory =
      static_cast<const unsigned char*>(to_pointer(base));
  for (unsigned k = 0; k < 8; ++k) {
    if ((bytes >> k & 1) != 0 && memory[k] != Arena::filler) {
      cell.undefined = static_cast<std::uint8_t>(cell.undefined & ~bytes);
      return;
    }
  }
  Trouble found;
  found.kind = FailureKind::uninitialised;
  found.sentence = "reads heap memory that nobody has written%1";
  found.pc = site.pc;
  found.address = address;
  found.size = 1;
  fail(std::move(found));
}

void Machine::bad_heap(const Cell& cell, std::uintptr_t address, bool write,
                       Site site) {
  Trouble found;
  found.pc = site.pc;
  found.address = address;
  found.size = 1;
  found.write = write;
  const Block* const block = arena.holding(address);
  if (cell.life == Life::none || block == nullptr || block->live) {
    found.kind = FailureKind::out_of_bounds;
    found.sentence = "accesses the heap outside of any block%1";
    fail(std::move(found));
  }
  found.has_other = true;
  found.other_thread = block->freed_by;
  found.other_epoch = block->freed_epoch;
  found.other_write = true;
  found.other_freeing = true;
  const bool ordered = block->freed_by == self_->id ||
                       self_->before[block->freed_by] > block->freed_epoch;
  found.kind = ordered ? FailureKind::use_after_free : FailureKind::race;
  fail(std::move(found));
}

}  // namespace interleave::engine
