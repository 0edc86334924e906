// SPDX-License-Identifier: MIT
#pragma once

#include "locksmith/epoch.hpp"
#include "locksmith/hazard_pointer.hpp"
#include "locksmith/qsbr.hpp"
#include "locksmith/rcu.hpp"

// What the tests need to use a list over any domain.

namespace lock_free_lists_bodies {

/// What a thread does before it uses the domain: it goes online if that is how
/// the domain knows of it.
template <class Domain>
struct presence {
  explicit presence(Domain& /*domain*/) noexcept {}
};
template <>
struct presence<locksmith::qsbr_domain> : locksmith::qsbr_domain::participant {
  using participant::participant;
};

/// Reclaims what was retired, if nobody can be reading it.
inline void reclaim(locksmith::rcu_domain& domain) { domain.barrier(); }
inline void reclaim(locksmith::qsbr_domain& domain) { domain.barrier(); }
inline void reclaim(locksmith::epoch_domain& domain) {
  for (int n = 0; n < 3; ++n) domain.advance();
}
inline void reclaim(locksmith::hazard_pointer_domain& domain) {
  domain.reclaim();
}

}  // namespace lock_free_lists_bodies
