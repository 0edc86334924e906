// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>

#include "locksmith/epoch.hpp"
#include "locksmith/hazard_pointer.hpp"
#include "locksmith/qsbr.hpp"
#include "locksmith/rcu.hpp"
#include "locksmith/reclamation_domain.hpp"

// What the tests of the domains share.

namespace reclamation_suite {

/// An object that is counted as long as it lives.
template <class Tag>
struct counted : locksmith::reclaimable<counted<Tag>> {
  explicit counted(int n) : value{n} { ++alive; }
  counted(const counted&) = delete;
  counted& operator=(const counted&) = delete;
  ~counted() {
    value = -1;
    --alive;
  }
  int value;

  static inline std::atomic<int> alive{0};
};

// What the domains have no common name for.
template <class Domain>
struct in {
  struct participant {
    explicit participant(Domain& /*domain*/) {}
  };
  static void rest(Domain& /*domain*/) {}
  static void reclaim(Domain& domain) { domain.barrier(); }
};

template <>
struct in<locksmith::epoch_domain> {
  using domain = locksmith::epoch_domain;
  struct participant {
    explicit participant(domain& /*of*/) {}
  };
  static void rest(domain& /*of*/) {}
  static void reclaim(domain& d) {
    for (int n = 0; n < 3; ++n) d.advance();
  }
};

template <>
struct in<locksmith::qsbr_domain> {
  using domain = locksmith::qsbr_domain;
  using participant = domain::participant;
  static void rest(domain& d) { d.quiescent(); }
  static void reclaim(domain& d) { d.barrier(); }
};

template <>
struct in<locksmith::hazard_pointer_domain> {
  using domain = locksmith::hazard_pointer_domain;
  struct participant {
    explicit participant(domain& /*of*/) {}
  };
  static void rest(domain& /*of*/) {}
  static void reclaim(domain& d) { d.reclaim(); }
};

template <class Domain>
using guard_of = typename Domain::template guard<1>;

template <class Domain>
using participant_of = typename in<Domain>::participant;

}  // namespace reclamation_suite
