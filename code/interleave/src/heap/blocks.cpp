// SPDX-License-Identifier: MIT
#include "fibers/machine.hpp"
#include "heap/bytes.hpp"
#include "heap/race.hpp"
#include "report/recorder.hpp"

namespace interleave::engine {
namespace {

std::uint8_t bytes_in(std::uintptr_t at, std::uintptr_t end) {
  return byte_mask(at, std::min<std::uintptr_t>(8, end - at));
}

}  // namespace

void* Machine::allocate(std::size_t size, std::size_t alignment, bool checked,
                        Site site) {
  effect();
  Block* const block = arena.allocate(self_->id, size, alignment);
  if (block == nullptr) {
    return nullptr;
  }
  block->caller = site.pc;
  block->checked = checked;
  const std::uintptr_t end = block->address + size;
  for (std::uintptr_t at = block->address; at < end; at += 8) {
    Cell& cell = shadow.cell(at);
    cell.life = Life::live;
    cell.undefined = checked ? bytes_in(at, end) : std::uint8_t{0};
  }
  if (recorder != nullptr) {
    recorder->heap(*self_, block->address, size, "allocate", site);
  }
  return to_pointer(block->address);
}

bool Machine::release(std::uintptr_t address, Site site) {
  effect();
  Block* const block = arena.find(address);
  if (recorder != nullptr) {
    recorder->heap(*self_, address, block == nullptr ? 0 : block->size, "free",
                   site);
  }
  if (block == nullptr) {
    if (!Region::contains(address)) {
      return false;
    }
    Trouble found;
    found.kind = FailureKind::invalid_free;
    found.sentence = "frees what is not the start of a heap block%1";
    found.pc = site.pc;
    found.address = address;
    fail(std::move(found));
  }
  if (!block->live) {
    Trouble found;
    found.kind = FailureKind::double_free;
    found.pc = site.pc;
    found.address = address;
    found.size = block->size;
    found.has_other = true;
    found.other_thread = block->freed_by;
    found.other_epoch = block->freed_epoch;
    found.other_write = true;
    fail(std::move(found));
  }
  // To free is to write every byte: an access that is not ordered races.
  const std::uintptr_t end = block->address + block->size;
  for (std::uintptr_t at = block->address; at < end; at += 8) {
    Cell& cell = shadow.cell(at);
    const std::uint8_t bytes = bytes_in(at, end);
    if (cell.location != 0) {
      check_places(cell, bytes, true, site, true);
    }
    const Access* const other =
        shadow.conflict(cell, bytes, true, self_->id, self_->before);
    if (other != nullptr) {
      Trouble race = race_with(*other, at, 8, true, site);
      race.freeing = true;
      fail(std::move(race));
    }
    cell.life = Life::freed;
  }
  block->live = false;
  block->freed_by = self_->id;
  block->freed_epoch = self_->position;
  return true;
}

}  // namespace interleave::engine
