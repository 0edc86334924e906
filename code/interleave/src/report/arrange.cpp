// SPDX-License-Identifier: MIT
#include "report/arrange.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <utility>

namespace interleave::engine {
namespace {

using Record = Recorder::Record;

/// Puts the records of the threads together again, each thread's in its order.
class Arranger {
 public:
  /// `together`: the kernel's look at a futex and the sleep that follows are
  /// not torn apart.
  Arranger(const Graph& graph, const std::vector<Record>& records,
           bool together)
      : graph_{graph}, records_{records}, together_{together} {
    for (std::size_t k = 0; k < records.size(); ++k) {
      queues_[records[k].thread].push_back(k);
      if (records[k].what == Recorder::What::event) {
        pending_.insert(key(records[k].event));
        if (rmw(records[k].event)) {
          pending_.insert(key(half(records[k].event)));
        }
      }
    }
  }

  std::optional<std::vector<Record>> run() {
    std::vector<Record> result;
    while (result.size() < records_.size()) {
      const std::optional<ThreadId> thread = pick();
      if (!thread) {
        return std::nullopt;
      }
      const Record& record = next(*thread);
      if (record.what == Recorder::What::event) {
        pending_.erase(key(record.event));
        pending_.erase(key(half(record.event)));
      }
      ++done_[*thread];
      last_ = *thread;
      result.push_back(record);
    }
    return result;
  }

 private:
  static std::pair<std::uint16_t, Index> key(Ref event) {
    return {event.thread, event.index};
  }
  static Ref half(Ref read) {
    return {read.thread, static_cast<Index>(read.index + 1)};
  }
  [[nodiscard]] bool rmw(Ref event) const {
    return graph_.at(event).rmw && graph_.at(event).op.kind == Kind::read;
  }
  [[nodiscard]] bool happened(Ref event) const {
    return event.initial() || !pending_.contains(key(event));
  }
  [[nodiscard]] bool finished(unsigned thread) const {
    return done_[thread] == queues_[thread].size();
  }
  [[nodiscard]] const Record& next(unsigned thread) const {
    return records_[queues_[thread][done_[thread]]];
  }

  /// The thread that runs goes on while it can. Who waits in vain comes last,
  /// and so does what came last, for there the execution failed.
  [[nodiscard]] std::optional<ThreadId> pick() const {
    std::optional<ThreadId> best;
    for (const bool blocked : {false, true}) {
      for (ThreadId t = 0; t < max_threads; ++t) {
        if (!finished(t) && is_last(t) == blocked && able(t) &&
            (!best || t == last_)) {
          best = t;
        }
      }
      if (best) {
        break;
      }
    }
    return best;
  }

  [[nodiscard]] bool is_last(unsigned thread) const {
    const Record& record = next(thread);
    return &record == &records_.back() ||
           (record.what == Recorder::What::event &&
            graph_.at(record.event).waiting != 0);
  }

  [[nodiscard]] bool able(ThreadId thread) const {
    if (done_[thread] == 0 && !happened(graph_.creator(thread))) {
      return false;
    }
    const Record& record = next(thread);
    if (record.what != Recorder::What::event) {
      return true;
    }
    const Event& event = graph_.at(record.event);
    switch (event.op.kind) {
      case Kind::read:
        return happened(event.source) &&
               (!event.rmw || may_write(graph_.at(half(event.self)), event)) &&
               !tears_apart(thread);
      case Kind::write:
        return may_write(event, event);
      case Kind::join:
        return finished(static_cast<unsigned>(event.value));
      default:
        return true;
    }
  }

  [[nodiscard]] bool tears_apart(ThreadId thread) const {
    const std::vector<std::size_t>& queue = queues_[thread];
    if (!together_ || next(thread).text != "futex compare" ||
        done_[thread] + 1 == queue.size()) {
      return false;
    }
    const Record& sleep = records_[queue[done_[thread] + 1]];
    return sleep.what == Recorder::What::event && rmw(sleep.event) &&
           !may_write(graph_.at(half(sleep.event)), graph_.at(sleep.event));
  }

  /// All older writes are there, and who is to read one of them has done so.
  [[nodiscard]] bool may_write(const Event& write, const Event& own) const {
    const Graph::Accesses& all = graph_.accesses(write.op.location);
    if (write.rank > 0 && !happened(all.order[write.rank - 1])) {
      return false;
    }
    return std::all_of(all.reads.begin(), all.reads.end(), [&](Ref ref) {
      const Event& read = graph_.at(ref);
      // Whom an operation of a queue has freed may take its time to wake up.
      return happened(ref) || ref == own.self ||
             read.op.wait == Wait::if_queued ||
             graph_.rank_of(read.source) >= write.rank;
    });
  }

  const Graph& graph_;
  const std::vector<Record>& records_;
  bool together_;
  std::array<std::vector<std::size_t>, max_threads> queues_;
  std::array<std::size_t, max_threads> done_{};
  std::set<std::pair<std::uint16_t, Index>> pending_;
  ThreadId last_ = 0;
};

}  // namespace

std::vector<Record> arranged(const Graph& graph,
                             const std::vector<Record>& records) {
  for (const bool together : {true, false}) {
    if (auto order = Arranger{graph, records, together}.run()) {
      return *std::move(order);
    }
  }
  return records;
}

}  // namespace interleave::engine
