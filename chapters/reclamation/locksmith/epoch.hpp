// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>

#include "locksmith/asymmetric_fence.hpp"
#include "locksmith/cache_line.hpp"
#include "locksmith/retired.hpp"
#include "locksmith/thread_records.hpp"

namespace locksmith {

/// Reclaims what was retired three epochs ago (after Fraser 2004).
///
/// A thread that reads is **pinned**, from `lock` to `unlock`. The epoch goes
/// on when every pinned thread has seen it. What was retired in one epoch can
/// be read by who is pinned in that or in the next, and not after; so it is
/// reclaimed when the one after that ends.
///
/// **Guarantees.** Nothing waits, neither readers nor who retires. Deleters run
/// in a thread that retires, once in a while, and may retire more themselves.
/// That thread may be pinned.
///
/// **A thread that stays pinned** keeps everything from being reclaimed that is
/// retired from then on: there is no bound.
///
/// **Threads.** As rcu_domain: a record of 64 bytes for each.
///
/// **Cost.** A pin: two stores, two loads, a light fence. `retire`: a pin and
/// a read-modify-write; every 64th time a heavy fence and a look at each
/// thread's record.
class epoch_domain {
  // [record]
  struct alignas(cache_line_size) record : detail::thread_record {
    // The epoch in which the thread was pinned; zero if it is not.
    std::atomic<std::uint64_t> epoch{0};
    std::uint32_t depth = 0;    // of pins within the outermost
    std::uint32_t retired = 0;  // since the last attempt to advance
    bool reclaims = false;      // calls deleters, which may retire more
  };
  // [/record]
  using records = detail::thread_records<record>;

 public:
  /// Makes a domain that nobody uses.
  constexpr epoch_domain() noexcept = default;

  epoch_domain(const epoch_domain&) = delete;
  epoch_domain& operator=(const epoch_domain&) = delete;

  /// Reclaims what still waits, and what the deleters retire.
  ///
  /// @pre No thread is pinned, and no other thread uses the domain any more.
  ~epoch_domain() {
    for (std::size_t empty = 0, k = 0; empty < limbo_.size(); ++k) {
      detail::retired_list rest = limbo_[k % limbo_.size()].take_all();
      empty = rest.empty() ? empty + 1 : 0;
      if (!rest.empty()) reclaim(records::mine(name_), rest);
    }
    records::forget(name_.get());
  }

  /// Pins this thread. Pins nest; the outermost counts.
  void lock() noexcept { pin(records::mine(name_)); }

  /// Pins this thread.
  /// @returns True.
  bool try_lock() noexcept {
    lock();
    return true;
  }

  /// Ends the pin that this thread began last.
  ///
  /// @pre This thread is pinned.
  void unlock() noexcept { unpin(records::mine(name_)); }

  // [retire]
  /// Lets `deleter(&object)` be called when no pinned thread may read the
  /// object. Deleters of other objects may run at once.
  ///
  /// @pre The object cannot be reached any more by a thread that is pinned from
  ///   now on, and is not retired already.
  template <class T, class D = std::default_delete<T>>
  void retire(reclaimable<T, D>& object, D deleter = D()) noexcept {
    object.reclaim_by(std::move(deleter));
    enlist(object);
  }
  // [/retire]

  /// Moves the epoch on if every pinned thread has seen it, and reclaims what
  /// nobody can be reading any more. Three calls reclaim all that was retired
  /// before, if meanwhile no thread is pinned.
  void advance() noexcept {
    record& self = records::mine(name_);
    pin(self);
    detail::retired_list ready = take_ready(self);
    unpin(self);
    reclaim(self, ready);
  }

  /// A pin for a container; see reclamation_domain.
  template <std::size_t Slots = 1>
  class guard {
   public:
    /// Pins this thread for as long as the guard lives.
    explicit guard(epoch_domain& domain) noexcept
        : record_{records::mine(domain.name_)} {
      domain.pin(record_);
    }
    guard(const guard&) = delete;
    guard& operator=(const guard&) = delete;
    ~guard() { unpin(record_); }

    /// What `source` holds; it is not reclaimed as long as the guard lives.
    template <class P>
    [[nodiscard]] P protect(std::size_t /*slot*/,
                            const std::atomic<P>& source) noexcept {
      return source.load(std::memory_order_acquire);
    }

    /// All objects are protected that can be reached while the guard lives.
    static constexpr bool protects_all = true;

   private:
    record& record_;
  };

 private:
  static constexpr std::uint32_t batch = 64;

  // [pin]
  void pin(record& self) noexcept {
    if (self.epoch.load(std::memory_order_relaxed) != 0) [[unlikely]] {
      ++self.depth;
      return;
    }
    // Acquire pairs with the heavy fence before the epoch was moved on: this
    // thread finds unlinked what was unlinked before that. Release: whoever
    // sees this pin knows that the one before is over.
    self.epoch.store(epoch_.load(std::memory_order_acquire),
                     std::memory_order_release);
    // Pairs with the heavy fence in take_ready. Either that thread sees this
    // pin, or this one sees what was unlinked before that fence.
    asymmetric_thread_fence_light();
  }

  static void unpin(record& self) noexcept {
    if (self.depth != 0) [[unlikely]] {
      --self.depth;
      return;
    }
    // Release pairs with the acquire in take_ready: what this thread read, it
    // read before the object's deleter.
    self.epoch.store(0, std::memory_order_release);
  }
  // [/pin]

  // [enlist]
  void enlist(detail::retired& object) noexcept {
    record& self = records::mine(name_);
    pin(self);
    // The epoch is read after the unlinking, and pinned: it does not go on by
    // more than one until this thread has done, so that nobody is emptying
    // this epoch's stack. The fence pairs with the heavy one in take_ready,
    // and with no light one: who is pinned in the next epoch may find the
    // object, too.
    asymmetric_thread_fence_light();
    const std::uint64_t epoch = epoch_.load(std::memory_order_relaxed);
    limbo_[epoch % limbo_.size()].push(object);
    detail::retired_list ready;
    // Not in a deleter, whose own call stack would grow with what it retires.
    if (++self.retired >= batch && !self.reclaims) {
      self.retired = 0;
      ready = take_ready(self);
    }
    unpin(self);
    reclaim(self, ready);
  }

  static void reclaim(record& self, detail::retired_list& ready) noexcept {
    const bool nested = std::exchange(self.reclaims, true);
    ready.reclaim();
    self.reclaims = nested;
  }
  // [/enlist]

  // [advance]
  // Moves the epoch on if every pinned thread has seen it; what was retired
  // two before the one that ends is returned. This thread is pinned, so that
  // the epoch does not go on again while it takes that.
  detail::retired_list take_ready(const record& self) noexcept {
    std::uint64_t epoch = epoch_.load(std::memory_order_relaxed);
    // It could not go on; this spares the fence.
    if (self.epoch.load(std::memory_order_relaxed) != epoch) return {};
    // Either this thread sees a pin, or that thread sees what was unlinked. It
    // also releases, for the acquire in pin.
    asymmetric_thread_fence_heavy();
    bool seen_by_all = true;
    records::for_each(name_.get(), [&](const record& each) {
      // Acquire pairs with the release in unpin, or in pin if the thread is
      // pinned anew.
      const std::uint64_t pinned = each.epoch.load(std::memory_order_acquire);
      seen_by_all = seen_by_all && (pinned == 0 || pinned == epoch);
    });
    if (!seen_by_all || !epoch_.compare_exchange_strong(
                            epoch, epoch + 1, std::memory_order_relaxed)) {
      return {};
    }
    return limbo_[(epoch + 2) % limbo_.size()].take_all();
  }
  // [/advance]

  // Invariant: a pinned thread's epoch is this one or the one before, or the
  // thread has not passed its fence yet.
  std::atomic<std::uint64_t> epoch_{1};
  detail::domain_name name_;
  // What was retired in each epoch, by its number modulo four: the present one,
  // the two before, and the one that is being emptied.
  alignas(cache_line_size) std::array<detail::retired_stack, 4> limbo_{};
};

}  // namespace locksmith
