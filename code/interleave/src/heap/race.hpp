// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>

#include "fibers/machine.hpp"

namespace interleave::engine {

/// A data race of the access at `site` with a plain one before it.
inline Trouble race_with(const Access& other, std::uintptr_t address,
                         std::size_t size, bool write, Site site) {
  Trouble race;
  race.kind = FailureKind::race;
  race.pc = site.pc;
  race.address = address;
  race.size = size;
  race.write = write;
  race.has_other = true;
  race.other_thread = other.thread;
  race.other_epoch = other.epoch;
  race.other_write = other.write != 0;
  return race;
}

}  // namespace interleave::engine
