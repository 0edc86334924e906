// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <cstddef>
#include <memory>
#include <utility>

#include "locksmith/reclamation_domain.hpp"

namespace steps::keeper {

/// A domain that reclaims when it ends. So whatever breaks a list over it is a
/// mistake in its links.
class domain {
 public:
  constexpr domain() noexcept = default;
  domain(const domain&) = delete;
  domain& operator=(const domain&) = delete;
  ~domain() { reclaim(); }

  /// Reclaims all. Nobody else uses the domain.
  void reclaim() { retired_.take_all().reclaim(); }

  template <class T, class D = std::default_delete<T>>
  void retire(locksmith::reclaimable<T, D>& object, D deleter = D()) noexcept {
    object.reclaim_by(std::move(deleter));
    retired_.push(object);
  }

  template <std::size_t Slots = 1>
  class guard {
   public:
    explicit guard(domain& /*domain*/) noexcept {}
    guard(const guard&) = delete;
    guard& operator=(const guard&) = delete;
    ~guard() = default;

    template <class P>
    [[nodiscard]] P protect(std::size_t /*slot*/,
                            const std::atomic<P>& source) noexcept {
      return source.load(std::memory_order_acquire);
    }
    static constexpr bool protects_all = true;
  };

 private:
  locksmith::detail::retired_stack retired_;
};

static_assert(locksmith::reclamation_domain<domain>);

}  // namespace steps::keeper
