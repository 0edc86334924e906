// SPDX-License-Identifier: MIT
#pragma once

#undef NDEBUG  // assert is meant in every build
#include <atomic>
#include <cassert>
#include <thread>
#include <utility>

#include "locksmith/epoch.hpp"
#include "locksmith/hazard_pointer.hpp"
#include "locksmith/qsbr.hpp"
#include "locksmith/rcu.hpp"
#include "locksmith/reclamation_domain.hpp"

// Small programs that each domain must pass in every execution.

namespace reclamation_bodies {

struct object : locksmith::reclaimable<object> {
  explicit object(int n) : value{n} {}
  int value;
};

static_assert(locksmith::reclamation_domain<locksmith::rcu_domain>);
static_assert(locksmith::reclamation_domain<locksmith::epoch_domain>);
static_assert(locksmith::reclamation_domain<locksmith::qsbr_domain>);
static_assert(locksmith::reclamation_domain<locksmith::hazard_pointer_domain>);

inline void assert_whole(int value) { assert(value == 1 || value == 2); }

// What the domains have no common name for.

struct rcu {
  using domain = locksmith::rcu_domain;
  struct participant {
    explicit participant(domain& /*of*/) {}
  };
  static void reclaim(domain& d) { d.barrier(); }
};

struct epochs {
  using domain = locksmith::epoch_domain;
  struct participant {
    explicit participant(domain& /*of*/) {}
  };
  static void reclaim(domain& d) {
    for (int n = 0; n < 3; ++n) d.advance();
  }
};

struct quiescent_states {
  using domain = locksmith::qsbr_domain;
  using participant = domain::participant;
  static void reclaim(domain& d) { d.barrier(); }
};

struct hazard_pointers {
  using domain = locksmith::hazard_pointer_domain;
  struct participant {
    explicit participant(domain& /*of*/) {}
  };
  static void reclaim(domain& d) { d.reclaim(); }
};

template <class Kind>
int read(typename Kind::domain& domain, const std::atomic<object*>& current) {
  typename Kind::domain::template guard<1> guard{domain};
  return guard.protect(0, current)->value;
}

// A thread that has been in the domain before anybody else goes on. To come
// into a domain takes steps that would multiply the executions.
template <class Kind, class Run>
std::thread comes_first(typename Kind::domain& domain, Run run) {
  std::atomic<bool> ready{false};
  std::thread thread{[&domain, &ready, run = std::move(run)] {
    {
      const typename Kind::participant online{domain};
      const typename Kind::domain::template guard<1> guard{domain};
    }
    ready.store(true, std::memory_order_release);
    run();
  }};
  while (!ready.load(std::memory_order_acquire)) {
  }
  return thread;
}

// [protects]
/// One thread reads an object that another replaces and retires.
template <class Kind>
void protects() {
  typename Kind::domain domain;
  std::atomic<object*> current{new object{1}};
  std::thread reader = comes_first<Kind>(domain, [&] {
    const typename Kind::participant online{domain};
    assert_whole(read<Kind>(domain, current));
  });
  domain.retire(*current.exchange(new object{2}, std::memory_order_acq_rel));
  Kind::reclaim(domain);
  reader.join();
  delete current.load(std::memory_order_relaxed);
}
// [/protects]

/// The same, and the thread reads three times.
template <class Kind>
void protects_again() {
  typename Kind::domain domain;
  std::atomic<object*> current{new object{1}};
  std::thread reader = comes_first<Kind>(domain, [&] {
    const typename Kind::participant online{domain};
    int last = 1;
    for (int round = 0; round < 3; ++round) {
      const int value = read<Kind>(domain, current);
      assert(last <= value && value <= 2);  // no older one after a newer one
      last = value;
    }
  });
  domain.retire(*current.exchange(new object{2}, std::memory_order_acq_rel));
  Kind::reclaim(domain);
  reader.join();
  delete current.load(std::memory_order_relaxed);
}

/// A thread comes into the domain while the object is retired.
template <class Kind>
void protects_a_newcomer() {
  typename Kind::domain domain;
  std::atomic<object*> current{new object{1}};
  std::thread reader{[&] {
    const typename Kind::participant online{domain};
    assert_whole(read<Kind>(domain, current));
  }};
  domain.retire(*current.exchange(new object{2}, std::memory_order_acq_rel));
  Kind::reclaim(domain);
  reader.join();
  delete current.load(std::memory_order_relaxed);
}

/// One thread reads, one retires, and one reclaims what the other has retired.
template <class Kind>
void protects_from_a_third() {
  typename Kind::domain domain;
  std::atomic<object*> current{new object{1}};
  object* const next = new object{2};
  std::thread reader = comes_first<Kind>(domain, [&] {
    const typename Kind::participant online{domain};
    assert_whole(read<Kind>(domain, current));
  });
  std::thread writer = comes_first<Kind>(domain, [&] {
    domain.retire(*current.exchange(next, std::memory_order_acq_rel));
  });
  Kind::reclaim(domain);
  reader.join();
  writer.join();
  delete current.load(std::memory_order_relaxed);
}

/// The same; the writer reads as well, and so is in the domain before it
/// unlinks. Containers do that.
template <class Kind>
void protects_from_a_reader() {
  typename Kind::domain domain;
  std::atomic<object*> current{new object{1}};
  object* const next = new object{2};
  std::thread reader = comes_first<Kind>(domain, [&] {
    const typename Kind::participant online{domain};
    assert_whole(read<Kind>(domain, current));
  });
  std::thread writer = comes_first<Kind>(domain, [&] {
    const typename Kind::participant online{domain};
    const typename Kind::domain::template guard<1> guard{domain};
    domain.retire(*current.exchange(next, std::memory_order_acq_rel));
  });
  Kind::reclaim(domain);
  reader.join();
  writer.join();
  delete current.load(std::memory_order_relaxed);
}

/// One thread makes an object and retires it; the deleter finds it whole.
template <class Kind>
void reclaims_what_another_retires() {
  typename Kind::domain domain;
  std::thread other =
      comes_first<Kind>(domain, [&] { domain.retire(*new object{1}); });
  Kind::reclaim(domain);
  other.join();
}

}  // namespace reclamation_bodies
