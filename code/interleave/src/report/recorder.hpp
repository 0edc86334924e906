// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "graph/event.hpp"

namespace interleave::engine {

struct Thread;
struct Site;

/// Notes all that happens in one execution, in the order in which it happens:
/// a failing execution is run a second time with it.
class Recorder {
 public:
  enum class What : std::uint8_t { event, plain, heap, note };

  struct Record {
    What what = What::event;
    ThreadId thread = 0;
    Ref event;
    Index epoch = 0;  ///< Events of the thread before it.
    std::uintptr_t address = 0;
    std::size_t size = 0;
    bool write = false;
    bool quiet = false;
    std::string text;  ///< "allocate", "free", the name of an operation.
    std::vector<std::uintptr_t> stack;  ///< Return addresses, innermost first.
  };

  void event(const Thread& thread, const Event& event, const Site& site);
  void plain(const Thread& thread, std::uintptr_t address, std::size_t size,
             bool write, const Site& site);
  void heap(const Thread& thread, std::uintptr_t address, std::size_t size,
            const char* text, const Site& site);
  void mismatch(const Thread& thread, const Event& event, const Site& site);

  /// Notes the calls in which the execution fails.
  void failure(std::uintptr_t pc);

  [[nodiscard]] const std::vector<std::uintptr_t>& failure_stack() const {
    return failure_;
  }
  [[nodiscard]] const std::vector<Record>& records() const { return records_; }

 private:
  Record& add(What what, const Thread& thread, const Site& site);

  std::vector<Record> records_;
  std::vector<std::uintptr_t> failure_;
};

}  // namespace interleave::engine
