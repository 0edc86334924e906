// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <concepts>
#include <functional>
#include <memory>
#include <type_traits>
#include <utility>

#include "locksmith/rcu.hpp"

namespace locksmith {

/// A value that many threads read and some replace: readers see one version,
/// whole, and never wait.
///
/// **Guarantees.** A version that a reader sees was the current one at some
/// moment of its section; it is not changed, nor destroyed before the section
/// ends. What a thread did before it published a version is visible to
/// everyone who reads that version. `update` is lock-free: if it must try
/// again, another thread's has succeeded.
///
/// **Cost.** A read: a read section and one load. An update: an allocation, a
/// copy, a compare-exchange, and the deletion of the old version later, in this
/// thread or another that retires in the same domain.
///
/// @tparam T Whatever can be copied, for `update`; else moved or made in place.
/// @tparam Domain A reclamation_domain; it must outlive the cell.
template <class T, class Domain = rcu_domain>
class rcu_cell {
  struct version : reclaimable<version> {
    template <class... Args>
    explicit version(std::in_place_t /*tag*/, Args&&... args)
        : value(std::forward<Args>(args)...) {}
    T value;
  };

 public:
  /// Holds `initial` at first.
  explicit rcu_cell(T initial)
    requires std::same_as<Domain, rcu_domain>
      : rcu_cell{std::move(initial), rcu_default_domain()} {}

  /// Holds `initial` at first; its old versions wait in `domain`.
  rcu_cell(T initial, Domain& domain)
      : domain_{domain},
        current_{new version{std::in_place, std::move(initial)}} {}

  rcu_cell(const rcu_cell&) = delete;
  rcu_cell& operator=(const rcu_cell&) = delete;

  /// Destroys the current version. @pre No other thread uses the cell.
  ~rcu_cell() { delete current_.load(std::memory_order_relaxed); }

  /// A version that stays as it is for as long as this object lives, for reads
  /// that a function would be too narrow for. It is a read section: it stays in
  /// the thread that made it.
  class snapshot {
   public:
    /// Takes the version that is current now.
    explicit snapshot(const rcu_cell& cell) noexcept
        : guard_{cell.domain_}, seen_{guard_.protect(0, cell.current_)} {}
    snapshot(const snapshot&) = delete;
    snapshot& operator=(const snapshot&) = delete;
    ~snapshot() = default;

    /// The version, for as long as the snapshot lives.
    [[nodiscard]] const T& operator*() const noexcept { return seen_->value; }
    /// The same.
    [[nodiscard]] const T* operator->() const noexcept { return &seen_->value; }

   private:
    typename Domain::template guard<1> guard_;
    version* seen_;
  };

  // [read]
  /// Calls `f` with the current version, and returns what it returns: a value,
  /// since the version may be gone thereafter.
  template <std::invocable<const T&> F>
  auto read(F&& f) const {
    static_assert(!std::is_reference_v<std::invoke_result_t<F, const T&>>,
                  "return a value: the version may be gone after the read");
    const snapshot seen{*this};
    return std::invoke(std::forward<F>(f), *seen);
  }
  // [/read]

  // [update]
  /// Publishes a copy of the current version that `f` has changed. If another
  /// thread publishes meanwhile, it begins anew with that version, so `f` may
  /// be called more than once.
  ///
  /// @throws What the copy or `f` throws; then nothing is published.
  template <std::invocable<T&> F>
  void update(F&& f) {
    version* old = nullptr;
    {
      // The section keeps the old version's address from being used again: an
      // equal pointer is the same version.
      typename Domain::template guard<1> guard{domain_};
      std::unique_ptr<version> next;
      do {
        old = guard.protect(0, current_);
        next = std::make_unique<version>(std::in_place, old->value);
        std::invoke(f, next->value);
        // Release pairs with the acquire in protect.
      } while (!current_.compare_exchange_strong(old, next.get(),
                                                 std::memory_order_release,
                                                 std::memory_order_relaxed));
      next.release();
    }
    domain_.retire(*old);
  }
  // [/update]

  /// Publishes `next`, whatever the current version is.
  void store(T next) {
    auto* const published = new version{std::in_place, std::move(next)};
    // Release pairs with the acquire in protect, and acquire with the release
    // that published the old version: its deleter must find it whole.
    domain_.retire(*current_.exchange(published, std::memory_order_acq_rel));
  }

 private:
  Domain& domain_;
  std::atomic<version*> current_;
};

}  // namespace locksmith
