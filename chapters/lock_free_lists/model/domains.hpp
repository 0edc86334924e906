// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <cstddef>
#include <memory>
#include <thread>
#include <type_traits>
#include <utility>

#include "locksmith/epoch.hpp"
#include "locksmith/hazard_pointer.hpp"
#include "locksmith/qsbr.hpp"
#include "locksmith/rcu.hpp"
#include "locksmith/reclamation_domain.hpp"

// What the small programs need to run over any domain.

namespace lock_free_lists_bodies {

/// A domain that reclaims when it ends. So whatever breaks a list over it is a
/// mistake in its links.
class keeper {
 public:
  constexpr keeper() noexcept = default;
  keeper(const keeper&) = delete;
  keeper& operator=(const keeper&) = delete;
  ~keeper() { reclaim(); }

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
    explicit guard(keeper& /*domain*/) noexcept {}
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

static_assert(locksmith::reclamation_domain<keeper>);

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
inline void reclaim(keeper& /*domain*/) {}
inline void reclaim(locksmith::rcu_domain& domain) { domain.barrier(); }
inline void reclaim(locksmith::qsbr_domain& domain) { domain.barrier(); }
inline void reclaim(locksmith::epoch_domain& domain) {
  for (int n = 0; n < 3; ++n) domain.advance();
}
inline void reclaim(locksmith::hazard_pointer_domain& domain) {
  domain.reclaim();
}

/// The same, while there is no other thread.
template <class Domain>
void reclaim_alone(Domain& domain) {
  if constexpr (std::is_same_v<Domain, keeper>) {
    domain.reclaim();
  } else {
    reclaim(domain);
  }
}

/// Has the thread take its hazard pointers before another one comes, so that
/// there are fewer executions.
template <class Domain>
void prepare(Domain& domain) {
  if constexpr (!Domain::template guard<4>::protects_all) {
    const typename Domain::template guard<4> taken{domain};
  }
}

/// Runs `theirs` in another thread, `ours` in this one.
template <class Domain, class F, class G>
void at_once(Domain& domain, F theirs, G ours) {
  prepare(domain);
  std::thread other{[&] {
    const presence<Domain> here{domain};
    theirs();
  }};
  {
    const presence<Domain> here{domain};
    ours();
  }
  other.join();
}

}  // namespace lock_free_lists_bodies
