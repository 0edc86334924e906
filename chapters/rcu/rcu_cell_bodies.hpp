// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <utility>

#include "locksmith/rcu_cell.hpp"
#include "rcu_bodies.hpp"

// Small programs that the cell must pass in every execution.

namespace rcu_bodies {

using locksmith::rcu_domain;

/// A domain that frees everything at its end: so small that what breaks with it
/// is the cell's.
class hoard {
 public:
  hoard() = default;
  hoard(const hoard&) = delete;
  hoard& operator=(const hoard&) = delete;
  ~hoard() { waiting_.take_all().reclaim(); }

  template <class T, class D>
  void retire(locksmith::reclaimable<T, D>& object, D deleter = D()) {
    object.reclaim_by(std::move(deleter));
    waiting_.push(object);
  }

  template <std::size_t Slots>
  struct guard {
    explicit guard(hoard& /*domain*/) {}
    template <class P>
    P protect(std::size_t /*slot*/, const std::atomic<P>& source) {
      return source.load(std::memory_order_acquire);
    }
  };

 private:
  locksmith::detail::retired_stack waiting_;
};
using hoarding_cell = locksmith::rcu_cell<int, hoard>;

inline void reads_beside_an_update() {
  hoard domain;
  hoarding_cell cell{0, domain};
  std::thread other{[&] { cell.update([](int& n) { n = 1; }); }};
  const int seen = cell.read([](const int& n) { return n; });
  assert(seen == 0 || seen == 1);
  other.join();
}

inline void reads_beside_a_store() {
  hoard domain;
  hoarding_cell cell{0, domain};
  std::thread other{[&] { cell.store(1); }};
  const int seen = cell.read([](const int& n) { return n; });
  assert(seen == 0 || seen == 1);
  other.join();
}

inline void stores_beside_a_store() {
  hoard domain;
  hoarding_cell cell{0, domain};
  std::thread other{[&] { cell.store(1); }};
  cell.store(2);
  other.join();
}

/// Two threads update a cell.
inline void two_update() {
  rcu_domain domain;
  locksmith::rcu_cell<int> cell{0, domain};
  std::thread other{[&] { cell.update([](int& n) { n += 1; }); }};
  cell.update([](int& n) { n += 2; });
  other.join();
  const int sum = cell.read([](const int& n) { return n; });
  assert(sum == 3);
}

/// One thread reads a cell while another stores.
inline void reads_while_one_stores() {
  rcu_domain domain;
  locksmith::rcu_cell<int> cell{0, domain};
  std::thread reader{[&] {
    const int seen = cell.read([](const int& n) { return n; });
    assert(seen == 0 || seen == 1);
  }};
  cell.store(1);
  domain.barrier();
  reader.join();
}

/// Two threads store; each may reclaim what the other has made.
inline void two_store() {
  rcu_domain domain;
  locksmith::rcu_cell<int> cell{0, domain};
  std::thread other{[&] { cell.store(1); }};
  cell.store(2);
  other.join();
}

}  // namespace rcu_bodies
