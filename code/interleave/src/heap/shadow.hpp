// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <unordered_map>
#include <vector>

#include "graph/clock.hpp"
#include "heap/region.hpp"

namespace interleave::engine {

/// A plain access, by which later ones are checked: bytes of its cell, who,
/// and after how many events of that thread.
struct Access {
  std::uint8_t bytes = 0;
  std::uint8_t thread : 7 = 0;
  std::uint8_t write : 1 = 0;
  Index epoch = 0;
};

enum class Life : std::uint8_t { none, live, freed };

/// What is known of eight bytes of the program's memory. It counts only if
/// `run` is the present execution's number, so that nothing must be cleared.
struct Cell {
  std::uint32_t run = 0;
  Life life = Life::none;      ///< Of the heap block that it belongs to.
  std::uint8_t undefined = 0;  ///< Heap bytes that nobody wrote yet.
  std::uint8_t count = 0;      ///< Accesses in `accesses`.
  bool saved = false;          ///< In the undo log.
  std::uint32_t location = 0;  ///< First atomic location in it; 0: none.
  std::uint32_t more = 0;      ///< Further accesses: list number; 0: none.
  std::array<Access, 4> accesses{};
};
static_assert(sizeof(Cell) == 32);

/// The cells of all memory.
class Shadow {
 public:
  static bool map();

  /// Starts an execution: every cell is as new.
  void begin() {
    ++run_;
    lists_used_ = 1;
  }

  Cell& cell(std::uintptr_t address) {
    Cell& result = Region::contains(address)
                       ? cells[(address - Region::base) / 8]
                       : outside(address);
    if (result.run != run_) {
      result = Cell{};
      result.run = run_;
    }
    return result;
  }

  /// The access of another thread that conflicts with this one and does not
  /// happen before `known`; null if there is none.
  const Access* conflict(const Cell& cell, std::uint8_t bytes, bool write,
                         unsigned thread, const Clock& known) const;

  /// Adds an access that conflicts with none.
  void add(Cell& cell, Access access);

  [[nodiscard]] bool covered(const Cell& cell, Access access) const {
    for (unsigned k = 0; k < cell.count; ++k) {
      const Access& other = cell.accesses[k];
      if (other.thread == access.thread && other.epoch == access.epoch &&
          (access.bytes & ~other.bytes) == 0 &&
          (other.write != 0 || access.write == 0)) {
        return true;
      }
    }
    return false;
  }

  /// Calls `visit` with each access of the cell.
  template <typename Visit>
  void each(const Cell& cell, Visit visit) const {
    for (unsigned k = 0; k < cell.count; ++k) {
      visit(cell.accesses[k]);
    }
    if (cell.more != 0) {
      for (const Access& access : lists_[cell.more]) {
        visit(access);
      }
    }
  }

 private:
  using Page = std::array<Cell, 512>;

  Cell& outside(std::uintptr_t address) {
    const std::uintptr_t page = address >> 12;
    Entry& entry = recent_[page % recent_.size()];
    if (entry.page != page) {
      entry = {page, &slow_page(page)};
    }
    return (*entry.cells)[address / 8 % 512];
  }
  Page& slow_page(std::uintptr_t page);

  struct Entry {
    std::uintptr_t page = 0;
    Page* cells = nullptr;
  };

  static Cell* cells;
  std::uint32_t run_ = 0;
  std::array<Entry, 64> recent_{};
  std::unordered_map<std::uintptr_t, std::unique_ptr<Page>> pages_;
  std::vector<std::vector<Access>> lists_{1};
  std::size_t lists_used_ = 1;
};

}  // namespace interleave::engine
