// SPDX-License-Identifier: MIT
#include "report/explain.hpp"

#include "fibers/machine.hpp"
#include "report/chronicle.hpp"
#include "report/symbolizer.hpp"

namespace interleave::engine {
namespace {

class Explanation {
 public:
  Explanation(Machine& from, Chronicle& chronicle)
      : graph_{from.search.graph()}, chronicle_{chronicle} {}

  [[nodiscard]] std::string place(Ref event) const {
    const int step = chronicle_.step_of(event);
    return step < 0 ? std::string{"?"} : place(step);
  }
  [[nodiscard]] std::string place(int step) const {
    return chronicle_.execution()
        .steps[static_cast<std::size_t>(step)]
        .place.text();
  }

  /// Why what `thread` did before its event `epoch` does not happen before an
  /// observer of `prefix`: the last read on the way that takes no message.
  [[nodiscard]] std::string missing_edge(unsigned thread, Index epoch,
                                         const Clock& prefix) const {
    std::string edge;
    for (const Ref ref : graph_.trace()) {
      const Event& read = graph_.at(ref);
      if (read.op.kind != Kind::read || !prefix.covers(ref) ||
          read.source.initial() || ref.thread == read.source.thread) {
        continue;
      }
      const Event& write = graph_.at(read.source);
      if (write.before[thread] <= epoch || read.before[thread] > epoch) {
        continue;
      }
      // A load before a compare-exchange may be relaxed: not the load is to
      // blame then, but what comes behind it.
      edge = broken(write, read, write.message[thread] > epoch);
    }
    return edge;
  }

  /// The last read in `prefix` of a value that is older than another store.
  [[nodiscard]] std::string stale_read(const Clock& prefix) const {
    const auto& trace = graph_.trace();
    for (auto each = trace.rbegin(); each != trace.rend(); ++each) {
      const Event& read = graph_.at(*each);
      if (read.op.kind != Kind::read || !prefix.covers(*each) ||
          read.op.wait != Wait::never) {
        continue;
      }
      const auto& order = graph_.accesses(read.op.location).order;
      const std::uint32_t rank = graph_.rank_of(read.source);
      for (std::size_t k = order.size() - 1; k > rank; --k) {
        const Event& newer = graph_.at(order[k]);
        if (!read.prefix.covers(newer.self) || newer.rmw) {
          continue;
        }
        std::string text =
            "the " + operation_text(read) + " at " + place(read.self) +
            " reads an older value than the one of " + place(newer.self);
        const std::string edge =
            missing_edge(newer.self.thread, newer.self.index, read.prefix);
        return edge.empty() ? text : text + ": " + edge;
      }
    }
    return {};
  }

 private:
  [[nodiscard]] std::string broken(const Event& write, const Event& read,
                                   bool sent) const {
    const std::string load =
        "the " + operation_text(read) + " at " + place(read.self);
    if (sent) {
      return load + " is " + order_text(read.order) +
             ", so it does not synchronise with the " +
             (write.rmw ? "read-modify-write at " : "store at ") +
             place(write.self) + ", which it reads; acquire would";
    }
    std::string store =
        (write.rmw ? "the read-modify-write at " : "the store at ") +
        place(write.self);
    if (releases(write.order)) {
      return store + " does not carry it on";
    }
    store += " is " + order_text(write.order) + ", so " + load +
             ", which reads it, does not synchronise with it; release";
    return acquires(read.order) ? store + " would"
                                : store + " there and acquire here would";
  }

  const Graph& graph_;
  Chronicle& chronicle_;
};

std::string thread_name(unsigned thread) {
  return thread == 0 ? "main" : "thread " + std::to_string(thread);
}

const char* access_word(bool write, bool atomic, bool freeing) {
  if (freeing) {
    return "free";
  }
  if (atomic) {
    return write ? "atomic write" : "atomic read";
  }
  return write ? "write" : "read";
}

std::string where(const std::vector<std::uintptr_t>& calls) {
  const std::vector<Place> stack = symbolizer().stack(calls);
  return stack.empty() ? std::string{} : " at " + stack.front().text();
}

std::string replace_place(std::string text, const std::string& place) {
  const std::size_t mark = text.find("%1");
  if (mark != std::string::npos) {
    text.replace(mark, 2, place);
  }
  return text;
}

std::string with_edge(const Explanation& why, const Trouble& trouble,
                      const Clock& prefix, std::string text) {
  const std::string edge =
      why.missing_edge(trouble.other_thread, trouble.other_epoch, prefix);
  return text + (edge.empty() ? "nothing orders the two" : edge);
}

}  // namespace

std::string describe_limit(Machine& from) {
  return replace_place(from.limit_reached,
                       from.trouble ? where({from.trouble->pc}) : "");
}

std::string explain(Machine& from, Chronicle& chronicle,
                    const Recorder& recorder, const Trouble& trouble) {
  const Explanation why{from, chronicle};
  const Graph& graph = from.search.graph();
  Clock prefix;
  if (graph.size(trouble.thread) > 0) {
    prefix = graph.last(trouble.thread).prefix;
  }
  std::string here = where(trouble.pc == 0 ? std::vector<std::uintptr_t>{}
                                           : recorder.failure_stack());
  if (here.empty() && trouble.pc != 0) {
    here = where({trouble.pc});
  }
  if (here.empty() && chronicle.last_step() >= 0) {
    here = " at " + why.place(chronicle.last_step());
  }
  std::string there;
  if (chronicle.other_step() >= 0) {
    there = " at " + why.place(chronicle.other_step());
  }
  switch (trouble.kind) {
    case FailureKind::race:
      return with_edge(
          why, trouble, prefix,
          std::string{"the "} +
              access_word(trouble.write, trouble.atomic, trouble.freeing) +
              here + " (" + thread_name(trouble.thread) + ") races with the " +
              access_word(trouble.other_write, trouble.other_atomic,
                          trouble.other_freeing) +
              there + " (" + thread_name(trouble.other_thread) + "): ");
    case FailureKind::use_after_free:
      return "the " + std::string{access_word(trouble.write, false, false)} +
             here + " (" + thread_name(trouble.thread) +
             ") is of a block that was freed" + there + " (" +
             thread_name(trouble.other_thread) + ")";
    case FailureKind::double_free:
      return "the block freed" + here + " (" + thread_name(trouble.thread) +
             ") was freed" + there + " (" + thread_name(trouble.other_thread) +
             ") already";
    case FailureKind::requirement:
    case FailureKind::expectation:
    case FailureKind::assertion: {
      Clock all;
      for (const Ref ref : graph.trace()) {
        all.join(graph.at(ref).prefix);
      }
      const std::string stale = why.stale_read(all);
      const std::string text = replace_place(trouble.sentence, here);
      return stale.empty() ? text : text + "; " + stale;
    }
    default:
      return replace_place(trouble.sentence, here);
  }
}

}  // namespace interleave::engine
