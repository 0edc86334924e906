// SPDX-License-Identifier: MIT
#include "heap/leaks.hpp"

#include <vector>

#include "heap/bytes.hpp"

namespace interleave::engine {
namespace {

class Marking {
 public:
  explicit Marking(Arena& arena)
      : arena_{arena}, reached_(arena.blocks().size()) {}

  void mark(std::uintptr_t word) {
    if (!Region::on_heaps(word)) {
      return;
    }
    // A pointer into the middle of a block keeps it too.
    const Block* const block = arena_.holding(word);
    if (block == nullptr || !block->live) {
      return;
    }
    const auto number =
        static_cast<std::size_t>(block - arena_.blocks().data());
    if (!reached_[number]) {
      reached_[number] = true;
      pending_.push_back(number);
    }
  }

  void follow() {
    while (!pending_.empty()) {
      const Block block = arena_.blocks()[pending_.back()];
      pending_.pop_back();
      for (std::size_t at = 0; at + 8 <= block.size; at += 8) {
        mark(load_bytes(block.address + at, 8));
      }
    }
  }

  [[nodiscard]] bool reached(std::size_t number) const {
    return reached_[number];
  }

 private:
  Arena& arena_;
  std::vector<bool> reached_;
  std::vector<std::size_t> pending_;
};

bool any_live(const std::vector<Block>& blocks) {
  for (const Block& block : blocks) {
    if (block.live && block.checked) {
      return true;
    }
  }
  return false;
}

}  // namespace

const Block* find_leak(Arena& arena, const UndoLog& log,
                       const ThreadLocals& locals, unsigned threads) {
  if (!any_live(arena.blocks())) {
    return nullptr;
  }
  Marking marking{arena};
  for (const UndoLog::Entry& entry : log.entries()) {
    marking.mark(load_bytes(entry.address, 8));
  }
  for (unsigned t = 0; t < threads; ++t) {
    for (const std::uintptr_t word : locals.words(t)) {
      marking.mark(word);
    }
  }
  marking.follow();
  for (std::size_t n = 0; n < arena.blocks().size(); ++n) {
    const Block& block = arena.blocks()[n];
    if (block.live && block.checked && !marking.reached(n)) {
      return &block;
    }
  }
  return nullptr;
}

}  // namespace interleave::engine
