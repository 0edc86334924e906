// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <concepts>
#include <cstddef>

#include "locksmith/retired.hpp"

namespace locksmith {

namespace detail {

struct reclamation_probe : reclaimable<reclamation_probe> {};

}  // namespace detail

/// What decides when an object that was unlinked can be reclaimed: rcu_domain,
/// epoch_domain, qsbr_domain, hazard_pointer_domain. A container takes any of
/// them, and is written so:
///
/// - To read, make a `guard<N>`, a local object. `protect(slot, link)` returns
///   what the link holds; the object is not reclaimed until the same slot, less
///   than N, protects another, or the guard goes. It was still linked by `link`
///   after its protection began, so protect from the link of an object that is
///   itself still linked.
/// - To delete, unlink the object, and only then `retire(object)`. Exactly one
///   thread retires it.
///
/// If `guard::protects_all` is true, all that can be reached while the guard
/// lives is protected, and slots mean nothing.
template <class D>
concept reclamation_domain =
    requires(D& domain, typename D::template guard<2>& guard,
             const std::atomic<detail::reclamation_probe*>& link,
             detail::reclamation_probe& object) {
      requires std::constructible_from<typename D::template guard<2>, D&>;
      {
        guard.protect(std::size_t{0}, link)
      } noexcept -> std::same_as<detail::reclamation_probe*>;
      { guard.protects_all } -> std::convertible_to<bool>;
      { domain.retire(object) } noexcept;
    };

}  // namespace locksmith
