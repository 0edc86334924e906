// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "graph/event.hpp"
#include "graph/mix.hpp"

namespace interleave::engine {

/// The atomic locations and modelled objects, numbered for the graph.
///
/// A location is an address, its size, and its birth: which plain writes made
/// it. So memory that is reused for another object is another location, and
/// the same object has the same number in every execution.
class Locations {
 public:
  struct Identity {
    std::uintptr_t address = 0;
    std::uint64_t birth = 0;
    std::uint32_t size = 0;
    friend bool operator==(const Identity&, const Identity&) = default;
  };

  /// A location that the present execution has used.
  struct Place {
    Identity identity;
    LocationId id = 0;
    std::uint32_t next = 0;  ///< Another in the same cell; 0: none.
    Ref writer;              ///< Whose value memory holds.
    bool object = false;     ///< A lock or the like, not an atomic.
  };

  Locations() { clear(); }

  /// Forgets the numbers: another body.
  void clear() {
    identities_.clear();
    slots_.assign(64, 0);
    begin();
  }

  /// Starts an execution.
  void begin() { places_.resize(1); }

  LocationId number(const Identity& identity) {
    for (std::size_t k = hash(identity);; ++k) {
      std::uint32_t& slot = slots_[k & (slots_.size() - 1)];
      if (slot == 0) {
        identities_.push_back(identity);
        slot = static_cast<std::uint32_t>(identities_.size());
        if (2 * identities_.size() > slots_.size()) {
          grow();
        }
        return static_cast<LocationId>(identities_.size() - 1);
      }
      if (identities_[slot - 1] == identity) {
        return slot - 1;
      }
    }
  }

  /// Adds a place and says its index, from 1.
  std::uint32_t add(const Place& place) {
    places_.push_back(place);
    return static_cast<std::uint32_t>(places_.size() - 1);
  }
  [[nodiscard]] Place& place(std::uint32_t index) { return places_[index]; }

  [[nodiscard]] const Identity& identity(LocationId id) const {
    return identities_[id];
  }

 private:
  static std::size_t hash(const Identity& identity) {
    return mix(mix(identity.address, identity.birth), identity.size);
  }

  void grow() {
    slots_.assign(2 * slots_.size(), 0);
    for (std::size_t n = 0; n < identities_.size(); ++n) {
      std::size_t k = hash(identities_[n]);
      while (slots_[k & (slots_.size() - 1)] != 0) {
        ++k;
      }
      slots_[k & (slots_.size() - 1)] = static_cast<std::uint32_t>(n + 1);
    }
  }

  std::vector<Identity> identities_;
  std::vector<std::uint32_t> slots_;
  std::vector<Place> places_{1};
};

}  // namespace interleave::engine
