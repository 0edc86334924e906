// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>

#include "locksmith/cache_line.hpp"
#include "locksmith/grace_periods.hpp"
#include "locksmith/retire_queue.hpp"
#include "locksmith/retired.hpp"
#include "locksmith/thread_records.hpp"

namespace locksmith {

/// Lets threads read what others replace, and says when nobody can be reading
/// the old any more: C++26's `rcu_domain` ([saferecl.rcu.domain]).
///
/// A **read section** begins with `lock` and ends with `unlock`, as by
/// `std::scoped_lock`. What is retired while a section is open is not reclaimed
/// before that section ends.
///
/// **Guarantees.** Sections never wait, whatever others do. A section that
/// began before a `retire` or `synchronize` is over, with all it did, before
/// the deleter runs or `synchronize` returns. Deleters run outside of read
/// sections, in a thread that retires, ends a section in which it has retired,
/// or calls `barrier`; one at a time.
///
/// **A reader that never ends its section** keeps everything from being
/// reclaimed that is retired from then on: there is no bound.
///
/// **Threads.** A thread's first section takes a record of 64 bytes; it ends
/// the program if there is no memory for one. When the thread ends, another one
/// can have the record.
///
/// **Cost.** A section: two stores, two loads and two light fences (see
/// asymmetric_fence.hpp); nothing that another reader writes.
class rcu_domain {
 public:
  /// Makes a domain that nobody uses. (An extension: C++26 has the default
  /// domain alone.)
  constexpr rcu_domain() noexcept = default;

  rcu_domain(const rcu_domain&) = delete;
  rcu_domain& operator=(const rcu_domain&) = delete;

  /// Reclaims what still waits, and what the deleters retire.
  ///
  /// @pre No section is open, and no other thread uses the domain any more.
  ~rcu_domain() = default;

  // [section]
  /// Begins a read section. Sections nest; the outermost counts.
  void lock() noexcept { enter(periods_.mine()); }

  /// Begins a read section.
  /// @returns True.
  bool try_lock() noexcept {
    lock();
    return true;
  }

  /// Ends the read section that this thread began last.
  ///
  /// If it is the outermost, and the thread has retired objects within, their
  /// deleters may run now.
  ///
  /// @pre This thread has begun a section that it has not ended.
  void unlock() noexcept { leave(periods_.mine()); }
  // [/section]

  /// Waits until all read sections have ended that are open now.
  ///
  /// @pre This thread is in no section of this domain: it would wait for
  ///   itself. Nor does it hold what a thread in a section waits for.
  void synchronize() noexcept { periods_.wait(periods_.next()); }

  /// Waits until all deleters have run of what was retired before. It makes a
  /// grace period of its own if need be.
  ///
  /// @pre As for `synchronize`; and not in a deleter of this domain.
  void barrier() noexcept { queue_.barrier(periods_); }

  /// Lets `deleter(&object)` be called when no section is open that may read
  /// the object. It may call deleters of other objects at once, if this thread
  /// is in no section: hold no lock that a deleter takes.
  ///
  /// @pre The object cannot be reached any more by a section that begins now,
  ///   and is not retired already.
  template <class T, class D = std::default_delete<T>>
  void retire(reclaimable<T, D>& object, D deleter = D()) noexcept {
    object.reclaim_by(std::move(deleter));
    enlist(object);
  }

  /// A read section for a container that takes any domain; see
  /// reclamation_domain.
  template <std::size_t Slots = 1>
  class guard;

 private:
  // [record]
  struct alignas(cache_line_size) record : detail::thread_record {
    std::atomic<std::uint64_t> word{0};  // see grace_periods
    // How many sections there are within the outermost; and `owes`, if objects
    // were retired within that are to be reclaimed when the outermost ends.
    std::uint32_t depth = 0;
    std::uint32_t retired = 0;  // since the last attempt to reclaim

    // Whether the thread whose record it is, which calls this, is in a section.
    [[nodiscard]] bool reads() const noexcept {
      return word.load(std::memory_order_relaxed) != 0;
    }
  };
  // [/record]

  static constexpr std::uint32_t owes = 1U << 31U;
  static constexpr std::uint32_t batch = 64;

  // [enter]
  void enter(record& self) noexcept {
    if (!self.reads()) [[likely]] {
      periods_.begin(self);
    } else {
      ++self.depth;
    }
  }

  void leave(record& self) noexcept {
    if (self.depth == 0) [[likely]] {
      periods_.end(self);
    } else {
      leave_slow(self);
    }
  }

  [[gnu::noinline]] void leave_slow(record& self) noexcept {
    if (self.depth != owes) {
      --self.depth;
      return;
    }
    self.depth = 0;
    periods_.end(self);
    queue_.collect(periods_);
  }
  // [/enter]

  // [enlist]
  void enlist(detail::retired& object) noexcept {
    record& self = periods_.mine();
    queue_.push(object);
    if (++self.retired < batch) return;
    self.retired = 0;
    if (self.reads()) {
      self.depth |= owes;
    } else {
      queue_.collect(periods_);
    }
  }
  // [/enlist]

  detail::grace_periods<record> periods_;
  // On a cache line of its own: readers look at `periods_`.
  alignas(cache_line_size) detail::retire_queue queue_;
};

template <std::size_t Slots>
class rcu_domain::guard {
 public:
  /// Begins a read section, which lasts as long as the guard.
  explicit guard(rcu_domain& domain) noexcept
      : domain_{domain}, record_{domain.periods_.mine()} {
    domain.enter(record_);
  }
  guard(const guard&) = delete;
  guard& operator=(const guard&) = delete;
  ~guard() { domain_.leave(record_); }

  /// What `source` holds; it is not reclaimed as long as the guard lives.
  template <class P>
  [[nodiscard]] P protect(std::size_t /*slot*/,
                          const std::atomic<P>& source) noexcept {
    return source.load(std::memory_order_acquire);
  }

  /// All objects are protected that can be reached while the guard lives, also
  /// without `protect`.
  static constexpr bool protects_all = true;

 private:
  rcu_domain& domain_;
  record& record_;
};

}  // namespace locksmith
