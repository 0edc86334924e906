// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

#include "locksmith/epoch.hpp"
#include "locksmith/hazard_pointer_domain.hpp"
#include "locksmith/qsbr.hpp"
#include "locksmith/rcu.hpp"
#include "locksmith/reclamation_domain.hpp"
#include "steps/keeper.hpp"

// The domains as the small programs use them: a thread says nothing before it
// uses one, and `reclaim` reclaims what was retired and nobody can be reading.

namespace lock_free_lists_bodies {

/// Whatever breaks a list over it is a mistake in its links.
using keeper = steps::keeper::domain;

struct rcu : locksmith::rcu_domain {
  void reclaim() { barrier(); }
};

struct epochs : locksmith::epoch_domain {
  void reclaim() {
    for (int n = 0; n < 3; ++n) advance();
  }
};

/// A thread is online while it has a guard.
struct quiescent_states : locksmith::qsbr_domain {
  template <std::size_t Slots = 1>
  class guard : participant, public locksmith::qsbr_domain::guard<Slots> {
   public:
    explicit guard(quiescent_states& domain)
        : participant{domain}, locksmith::qsbr_domain::guard<Slots>{domain} {}
  };

  void reclaim() { barrier(); }
};

/// Main takes its hazard pointers before another thread comes, so that there
/// are fewer executions.
struct hazard_pointers : locksmith::hazard_pointer_domain {
  hazard_pointers() { const guard<4> taken{*this}; }
};

static_assert(locksmith::reclamation_domain<quiescent_states>);

}  // namespace lock_free_lists_bodies
