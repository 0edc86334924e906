// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "graph/event.hpp"
#include "interleave/execution.hpp"

namespace interleave::engine {

class CallStack;
struct Site;

/// What an audit knows of the operations that bodies reach, by their place in
/// the source; and the change that it makes to one of them.
class Audit {
 public:
  struct Entry {
    Place place;
    std::string operation;
    Operation original;  ///< Of a wake or notify: only `kind` counts.
    bool wake = false;
    bool library = false;  ///< Not the program's own to change.
  };

  /// An order to try in the place of the original's.
  struct Change {
    Order order = Order::relaxed;
    Order failure = Order::relaxed;
    bool drop = false;
  };

  [[nodiscard]] const std::vector<Entry>& entries() const { return entries_; }

  void change(std::size_t entry, const Change& to) {
    changed_ = static_cast<int>(entry);
    to_ = to;
  }
  void change_nothing() { changed_ = -1; }

  /// To be called for every atomic operation and fence. False: leave it out.
  bool visit(Operation& op, const Site& site, const CallStack& calls);

  /// To be called for every wake and notify. False: leave it out.
  bool visit_wake(const char* name, const Site& site, const CallStack& calls);

  /// The orders to try for an entry: each next weaker one. `passed` is one
  /// that was tried and passed, or the original.
  static std::vector<Change> weaker(const Entry& entry, const Change& passed);

 private:
  std::size_t entry_of(const Operation& op, const char* wake, const Site& site,
                       const CallStack& calls);
  std::size_t look_up(const Operation& op, const char* wake, const Site& site,
                      const CallStack& calls);

  std::vector<Entry> entries_;
  std::unordered_map<std::uint64_t, std::size_t> known_;
  int changed_ = -1;
  Change to_;
};

}  // namespace interleave::engine
