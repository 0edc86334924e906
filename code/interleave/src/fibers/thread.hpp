// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "fibers/spin_watch.hpp"
#include "graph/clocks.hpp"
#include "graph/event.hpp"

namespace interleave::engine {

/// The calls that a thread is in, as the instrumentation reports them.
class CallStack {
 public:
  static constexpr std::size_t limit = 256;

  void clear() { depth_ = 0; }
  void enter(std::uintptr_t caller) {
    if (depth_ < limit) {
      const std::uint64_t outer = hash();
      frames_[depth_] = {caller, mix(outer, caller)};
    }
    ++depth_;
  }
  void leave() { depth_ -= depth_ > 0; }

  [[nodiscard]] std::uint64_t hash() const {
    return depth_ == 0 ? 0 : frames_[std::min(depth_, limit) - 1].hash;
  }
  [[nodiscard]] std::size_t depth() const { return std::min(depth_, limit); }
  /// The return address of the `k`-th call, outermost first.
  [[nodiscard]] std::uintptr_t caller(std::size_t k) const {
    return frames_[k].caller;
  }

 private:
  struct Frame {
    std::uintptr_t caller;
    std::uint64_t hash;
  };
  std::size_t depth_ = 0;
  std::array<Frame, limit> frames_;
};

enum class State : std::uint8_t {
  unused,
  ready,    ///< Can go on, or waits for its turn to add an event.
  replays,  ///< Waits, in a replay, until another event was executed.
  joins,    ///< Waits for another thread's end.
  waits,    ///< Waits for a store; cannot go on in this execution.
  finished,
};

/// A fiber: one thread of the program under check.
struct Thread {
  using Entry = void* (*)(void*);
  struct Destructor {
    void (*function)(void*);
    void* object;
  };

  ThreadId id = 0;
  State state = State::unused;
  bool detached = false;
  bool joined = false;
  bool started = false;
  ThreadId joining = 0;
  Ref awaited;  ///< In a replay: the event that must be executed first.
  const Operation* next = nullptr;  ///< What it is to add when its turn comes.
  Index position = 0;               ///< Events executed.
  void* stack = nullptr;
  std::uintptr_t tls = 0;
  Entry entry = nullptr;
  void* argument = nullptr;
  void* result = nullptr;
  Clock before;  ///< What happens before its next step.
  Fences fences;
  std::uint64_t context = 0;  ///< Hash of all that it did and read.
  std::uint64_t time = 0;     ///< Virtual, in nanoseconds.
  /// It was woken before this moment, which may have come since.
  std::uint64_t perhaps_late = 0;
  unsigned clock_readings = 0;
  unsigned children = 0;
  LocationId moved_to = 0;  ///< The queue that a requeue put it on, plus one.
  /// Waits where its time might be up once more: beyond what is explored, or
  /// in another execution.
  bool bounded = false;
  bool timed = false;
  /// How often each wait has ended without being freed, by its place.
  std::vector<std::pair<std::uint64_t, unsigned>> ended;
  std::array<void*, 32> specific{};  ///< By pthread_key_t.
  SpinWatch spins;
  CallStack calls;
  std::vector<Destructor> destructors;
  std::string observed;

  /// Counts one more end of the wait at this place.
  unsigned& ends_of(std::uint64_t place) {
    for (auto& [known, count] : ended) {
      if (known == place) {
        return count;
      }
    }
    ended.emplace_back(place, 0);
    return ended.back().second;
  }

  void begin(ThreadId self, Entry function, void* value) {
    id = self;
    state = State::ready;
    detached = joined = started = false;
    position = 0;
    next = nullptr;
    entry = function;
    argument = value;
    result = nullptr;
    before = Clock{};
    fences.clear();
    context = self;
    clock_readings = 0;
    time = perhaps_late = 0;
    children = 0;
    moved_to = 0;
    bounded = timed = false;
    ended.clear();
    specific.fill(nullptr);
    spins.clear();
    calls.clear();
    destructors.clear();
    observed.clear();
  }
};

}  // namespace interleave::engine
