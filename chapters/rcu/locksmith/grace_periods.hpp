// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <cstdint>
#include <limits>

#include "locksmith/asymmetric_fence.hpp"
#include "locksmith/futex.hpp"
#include "locksmith/spin.hpp"
#include "locksmith/thread_records.hpp"

namespace locksmith::detail {

// The periods of a domain, and the readers of each.
//
// A reader tells in its record's `word` in which period it began to read:
//
// - zero: it reads nothing.
// - n: it reads, and finds all that was unlinked before period n unlinked.
//
// Invariant: who has begun a period, and then finds no reader of an earlier
// one, can be sure that nobody reads what it unlinked before.
template <class Record>
class grace_periods {
 public:
  constexpr grace_periods() noexcept = default;
  grace_periods(const grace_periods&) = delete;
  grace_periods& operator=(const grace_periods&) = delete;
  ~grace_periods() { records::forget(name_.get()); }

  // The calling thread's record.
  Record& mine() noexcept { return records::mine(name_); }

  // [reader]
  // From here on the thread reads; what it has read so far, it is done with.
  void begin(Record& self) noexcept {
    // Release pairs with the acquire in is_over: whoever sees this period knows
    // that the reads of an earlier one are done.
    self.word.store(period_.load(std::memory_order_relaxed),
                    std::memory_order_release);
    // Pairs with the heavy fence in next. Either that thread sees this reader,
    // or this reader sees what that thread has unlinked.
    asymmetric_thread_fence_light();
  }

  // The thread reads no more.
  void end(Record& self) noexcept {
    // Release pairs with the acquire in is_over.
    self.word.store(0, std::memory_order_release);
    asymmetric_thread_fence_light();
    wake_sleepers();
  }

  // Wakes who may sleep until a reader is done. A light fence comes between
  // the store of `word` and this; it pairs with the heavy one in wait_for.
  void wake_sleepers() noexcept {
    const std::uint32_t sleepers = sleepers_.load(std::memory_order_relaxed);
    if ((sleepers & 1U) != 0) [[unlikely]] {
      wake(sleepers);
    }
  }
  // [/reader]

  // [period]
  // Begins a period. Whoever begins to read in it, or in a later one, finds
  // unlinked what this thread has unlinked.
  std::uint64_t next() noexcept {
    // Pairs with the light fence in begin.
    asymmetric_thread_fence_heavy();
    return period_.fetch_add(1, std::memory_order_relaxed) + 1;
  }

  // Whether nobody reads any more who began before the period.
  [[nodiscard]] bool is_over(std::uint64_t period) const noexcept {
    const std::uint64_t domain = name_.get();
    bool over = true;
    records::for_each(domain, [&](const Record& reader) {
      over = over && is_over(reader, domain, period);
    });
    return over;
  }

  // Waits until it is so.
  void wait(std::uint64_t period) noexcept {
    const std::uint64_t domain = name_.get();
    records::for_each(domain, [&](const Record& reader) {
      wait_for(reader, domain, period);
    });
  }
  // [/period]

 private:
  using records = thread_records<Record>;

  static bool is_over(const Record& reader, std::uint64_t domain,
                      std::uint64_t period) noexcept {
    // Acquire pairs with the release in end, or in begin if the reader is at
    // something later by now: what it read, it read before this.
    const std::uint64_t word = reader.word.load(std::memory_order_acquire);
    return word == 0 || word >= period || !reader.in(domain);
  }

  // [wait]
  void wait_for(const Record& reader, std::uint64_t domain,
                std::uint64_t period) noexcept {
    const auto over = [&] { return is_over(reader, domain, period); };
    if (over() || spin_until(over)) return;
    for (;;) {
      const std::uint32_t odd =
          sleepers_.fetch_or(1, std::memory_order_relaxed) | 1U;
      // Pairs with the light fence in end. Either that reader sees that it is
      // to wake this thread, or this thread sees that the reader is done.
      asymmetric_thread_fence_heavy();
      if (over()) return;
      futex_wait(sleepers_, odd);
    }
  }

  // Wakes all, since each waits for a reader of its own; who must go on waiting
  // says so anew. If the exchange fails, another reader wakes them.
  [[gnu::noinline]] void wake(std::uint32_t sleepers) noexcept {
    if (sleepers_.compare_exchange_strong(sleepers, sleepers + 1,
                                          std::memory_order_relaxed)) {
      futex_wake(&sleepers_, std::numeric_limits<int>::max());
    }
  }
  // [/wait]

  std::atomic<std::uint64_t> period_{1};
  domain_name name_;
  // Odd if a thread may sleep until a reader is done. It counts the times that
  // sleepers were woken, and is not merely set and cleared: a thread about to
  // sleep would not notice that it was cleared and set again by another.
  std::atomic<std::uint32_t> sleepers_{0};
};

}  // namespace locksmith::detail
