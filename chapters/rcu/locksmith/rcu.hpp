// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <utility>

#include "locksmith/rcu_domain.hpp"

namespace locksmith {

namespace detail {

// Never destroyed: threads may use it for as long as the process lives.
union default_rcu_domain {
  constexpr default_rcu_domain() noexcept : domain{} {}
  ~default_rcu_domain() {}  // NOLINT(modernize-use-equals-default)
  rcu_domain domain;
};
inline constinit default_rcu_domain the_rcu_domain;

}  // namespace detail

/// The domain of everything that names none. It lives as long as the process;
/// what waits in it when the process ends is not reclaimed.
[[nodiscard]] inline rcu_domain& rcu_default_domain() noexcept {
  return detail::the_rcu_domain.domain;
}

/// The base of an object that is retired without an allocation
/// ([saferecl.rcu.base]): `struct node : rcu_obj_base<node>`.
template <class T, class D = std::default_delete<T>>
class rcu_obj_base : public reclaimable<T, D> {
 public:
  /// Lets `d(this object)` be called when no section of `domain` is open that
  /// may read the object; see rcu_domain::retire.
  void retire(D d = D(), rcu_domain& domain = rcu_default_domain()) noexcept {
    domain.retire(*this, std::move(d));
  }

 protected:
  rcu_obj_base() = default;
  /// Makes an object of its own, which is not retired.
  rcu_obj_base(const rcu_obj_base&) = default;
  /// As from a copy.
  rcu_obj_base(rcu_obj_base&&) = default;
  /// Leaves alone whether the object is retired.
  rcu_obj_base& operator=(const rcu_obj_base&) = default;
  /// As from a copy.
  rcu_obj_base& operator=(rcu_obj_base&&) = default;
  ~rcu_obj_base() = default;
};

/// Waits until all read sections have ended that are open now.
inline void rcu_synchronize(
    rcu_domain& domain = rcu_default_domain()) noexcept {
  domain.synchronize();
}

/// Waits until all deleters have run of what was retired before.
inline void rcu_barrier(rcu_domain& domain = rcu_default_domain()) noexcept {
  domain.barrier();
}

/// Lets `d(p)` be called when no section of `domain` is open that may read the
/// object. For objects without the base; allocates.
///
/// @throws What the allocation or the deleter's move throws; then nothing is
///   retired.
template <class T, class D = std::default_delete<T>>
void rcu_retire(T* p, D d = D(), rcu_domain& domain = rcu_default_domain()) {
  struct later : reclaimable<later> {
    later(T* object, D&& deleter) : p{object}, d{std::move(deleter)} {}
    ~later() { d(p); }
    later(const later&) = delete;
    later& operator=(const later&) = delete;
    T* p;
    D d;
  };
  domain.retire(*new later{p, std::move(d)});
}

}  // namespace locksmith
