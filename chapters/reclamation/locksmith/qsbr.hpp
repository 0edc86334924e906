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

/// Reclaims what was retired once every thread has said that it holds nothing:
/// quiescent-state-based reclamation.
///
/// A thread is **online** while it reads. Reading costs nothing. In return the
/// thread says `quiescent` now and then, at a moment when it holds no pointer
/// to what may be retired, and goes `offline` before it sleeps or waits for
/// another thread.
///
/// **Guarantees.** Reading never waits. Deleters run in a thread that says
/// `quiescent` or goes offline, or calls `barrier`; one at a time; they may
/// retire more.
///
/// **A thread that stays online and is never quiescent** keeps everything from
/// being reclaimed: there is no bound. A thread goes offline before it ends, or
/// whoever waits for it may do so for ever; `participant` sees to it.
///
/// **Cost.** A read: the load of the pointer. `quiescent`: a store, two loads,
/// a light fence.
class qsbr_domain {
 public:
  /// Makes a domain that nobody uses.
  constexpr qsbr_domain() noexcept = default;

  qsbr_domain(const qsbr_domain&) = delete;
  qsbr_domain& operator=(const qsbr_domain&) = delete;

  /// Reclaims what still waits, and what the deleters retire.
  ///
  /// @pre No thread uses the domain any more; they may be online.
  ~qsbr_domain() = default;

  // [states]
  /// From here on this thread may read.
  void online() noexcept { periods_.begin(periods_.mine()); }

  /// This thread holds nothing now, and goes on to read.
  ///
  /// @pre It is online.
  void quiescent() noexcept {
    record& self = periods_.mine();
    periods_.begin(self);
    periods_.wake_sleepers();
    if (self.retired >= batch) collect(self);
  }

  /// From here on this thread reads nothing.
  void offline() noexcept {
    record& self = periods_.mine();
    periods_.end(self);
    if (self.retired >= batch) collect(self);
  }
  // [/states]

  /// Keeps this thread online as long as it lives.
  class participant {
   public:
    /// @pre This thread is not online.
    explicit participant(qsbr_domain& domain) noexcept : domain_{domain} {
      domain.online();
    }
    participant(const participant&) = delete;
    participant& operator=(const participant&) = delete;
    ~participant() { domain_.offline(); }

   private:
    qsbr_domain& domain_;
  };

  /// Waits until each thread that is online now has been quiescent or offline.
  /// It counts as quiescent for this thread, which is online afterwards if it
  /// was before.
  ///
  /// @pre This thread holds nothing, and no thread waits for it that is online.
  void synchronize() noexcept {
    while_offline([&] { periods_.wait(periods_.next()); });
  }

  /// Waits until all deleters have run of what was retired before. Counts as
  /// quiescent for this thread.
  ///
  /// @pre As for `synchronize`; and not in a deleter of this domain.
  void barrier() noexcept {
    while_offline([&] { queue_.barrier(periods_); });
  }

  /// Lets `deleter(&object)` be called when each thread that is online now has
  /// been quiescent.
  ///
  /// @pre The object cannot be reached any more from what is shared, and is not
  ///   retired already.
  template <class T, class D = std::default_delete<T>>
  void retire(reclaimable<T, D>& object, D deleter = D()) noexcept {
    object.reclaim_by(std::move(deleter));
    queue_.push(object);
    ++periods_.mine().retired;
  }

  /// For a container; see reclamation_domain. It does nothing: the thread is
  /// online.
  template <std::size_t Slots = 1>
  class guard {
   public:
    /// @pre This thread is online.
    explicit guard(qsbr_domain& /*domain*/) noexcept {}
    guard(const guard&) = delete;
    guard& operator=(const guard&) = delete;
    ~guard() = default;

    /// What `source` holds; it is not reclaimed before this thread is
    /// quiescent.
    template <class P>
    [[nodiscard]] P protect(std::size_t /*slot*/,
                            const std::atomic<P>& source) noexcept {
      return source.load(std::memory_order_acquire);
    }

    /// All objects are protected that can be reached.
    static constexpr bool protects_all = true;
  };

 private:
  // A thread is online while its `word` is not zero; see grace_periods.
  struct alignas(cache_line_size) record : detail::thread_record {
    std::atomic<std::uint64_t> word{0};
    std::uint32_t retired = 0;  // since the last attempt to reclaim
  };

  static constexpr std::uint32_t batch = 64;

  template <class Wait>
  void while_offline(Wait wait) noexcept {
    record& self = periods_.mine();
    const bool was_online = self.word.load(std::memory_order_relaxed) != 0;
    periods_.end(self);
    wait();
    if (was_online) periods_.begin(self);
  }

  [[gnu::noinline]] void collect(record& self) noexcept {
    self.retired = 0;
    queue_.collect(periods_);
  }

  detail::grace_periods<record> periods_;
  alignas(cache_line_size) detail::retire_queue queue_;
};

}  // namespace locksmith
