// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "graph/clock.hpp"
#include "graph/event.hpp"

namespace interleave::engine {

/// One execution graph: events by thread, and for each location its
/// modification order and its reads. Every change can be taken back, in the
/// reverse order, by `rewind`.
class Graph {
 public:
  /// The accesses of one location. `order[0]` is the initial write.
  struct Accesses {
    Value initial = 0;
    std::vector<Ref> order{initial_write};
    std::vector<Ref> reads;
  };

  [[nodiscard]] Index size(unsigned thread) const {
    return static_cast<Index>(threads_[thread].size());
  }
  [[nodiscard]] std::uint32_t size() const {
    return static_cast<std::uint32_t>(trace_.size());
  }
  [[nodiscard]] const Event& at(Ref ref) const {
    return threads_[ref.thread][ref.index];
  }
  [[nodiscard]] Event& at(Ref ref) { return threads_[ref.thread][ref.index]; }
  [[nodiscard]] const Event& last(unsigned thread) const {
    return threads_[thread].back();
  }
  /// The thread's last event before the one of index `position`.
  [[nodiscard]] const Event& last_of(unsigned thread, Index position) const {
    return threads_[thread][position - 1U];
  }
  [[nodiscard]] const Accesses& accesses(LocationId location) const {
    return locations_[location];
  }
  [[nodiscard]] std::size_t locations() const { return locations_.size(); }

  /// Every event in the order of stamps.
  [[nodiscard]] const std::vector<Ref>& trace() const { return trace_; }

  [[nodiscard]] Value value_of(LocationId location, Ref write) const {
    return write.initial() ? locations_[location].initial : at(write).value;
  }
  [[nodiscard]] std::uint32_t rank_of(Ref write) const {
    return write.initial() ? 0 : at(write).rank;
  }
  [[nodiscard]] std::uint32_t sc_events() const { return sc_events_; }
  [[nodiscard]] std::uint32_t sc_fences() const { return sc_fences_; }

  /// Makes room for locations up to `location` and sets its initial value.
  void declare(LocationId location, Value initial);

  /// The event that created the thread; none for the body's own thread.
  [[nodiscard]] Ref creator(unsigned thread) const { return creators_[thread]; }

  /// Adds an event to the end of its thread. Its clocks must be set. A write
  /// goes to `event.rank` in modification order.
  void append(const Event& event);

  [[nodiscard]] std::size_t mark() const { return trace_.size(); }

  /// Takes back what was appended since `mark`.
  void rewind(std::size_t mark);

  /// The greatest index in modification order that happens-before forces on
  /// whoever knows `clock`: an access may not go below it.
  [[nodiscard]] std::uint32_t bound(LocationId location,
                                    const Clock& clock) const;

  /// Whether a read-modify-write has read the write at `rank` already.
  [[nodiscard]] bool consumed(LocationId location, std::uint32_t rank) const;

  /// Becomes the part of `other` made of the events up to stamp `stamp` and
  /// those in `keep`. Reads that read others must not be among them.
  void restrict_from(const Graph& other, std::uint32_t stamp,
                     const Clock& keep);

  /// Says that the order in force of an event has changed.
  void change_sc(bool was, bool is) {
    sc_events_ +=
        static_cast<std::uint32_t>(is) - static_cast<std::uint32_t>(was);
  }

  void clear();

 private:
  void place(const Event& event);
  void displace(const Event& event);

  std::array<std::vector<Event>, max_threads> threads_;
  std::array<Ref, max_threads> creators_{};
  std::vector<Accesses> locations_;
  std::vector<Ref> trace_;
  std::uint32_t sc_events_ = 0;
  std::uint32_t sc_fences_ = 0;
};

}  // namespace interleave::engine
