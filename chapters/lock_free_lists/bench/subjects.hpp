// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <mutex>
#include <set>
#include <shared_mutex>
#include <type_traits>

#include "locksmith/epoch.hpp"
#include "locksmith/hazard_pointer.hpp"
#include "locksmith/lock_free_set.hpp"
#include "locksmith/qsbr.hpp"
#include "locksmith/rcu_list.hpp"

/// What is measured: sets of numbers. A thread makes a `member` first.
namespace subjects {

// Says that this thread holds nothing, once in 64 times.
class now_and_then {
 public:
  template <class Domain>
  static void quiescent(Domain& domain) {
    static thread_local std::uint32_t count = 0;
    if (++count % 64 == 0) domain.quiescent();
  }
};

// What a thread needs to use the domain.
template <class Domain>
struct membership {
  explicit membership(Domain& /*domain*/) {}
};
template <>
struct membership<locksmith::qsbr_domain>
    : locksmith::qsbr_domain::participant {
  using participant::participant;
};

/// `lock_free_set` over a domain.
template <class Domain>
class our_set {
 public:
  struct member : membership<Domain> {
    explicit member(our_set& set) : membership<Domain>{set.domain_} {}
  };
  bool insert(int key) { return set_.insert(key); }
  bool erase(int key) {
    const bool erased = set_.erase(key);
    pause();
    return erased;
  }
  bool contains(int key) {
    const bool there = set_.contains(key);
    pause();
    return there;
  }

 private:
  void pause() {
    if constexpr (std::is_same_v<Domain, locksmith::qsbr_domain>) {
      now_and_then::quiescent(domain_);
    }
  }
  Domain domain_;
  locksmith::lock_free_set<int, Domain> set_{domain_};
};

/// `rcu_list` over a domain, kept in order.
template <class Domain>
class our_list {
 public:
  struct member : membership<Domain> {
    explicit member(our_list& list) : membership<Domain>{list.domain_} {}
  };
  void insert(int key) {
    list_.insert_before([&](int each) { return each >= key; }, key);
  }
  bool erase(int key) {
    const bool erased = list_.erase([&](int each) { return each == key; });
    pause();
    return erased;
  }
  bool contains(int key) {
    const bool there = look_up(key);
    pause();
    return there;
  }

 private:
  bool look_up(int key) {
    for (const int each : typename list::view{list_}) {
      if (each >= key) return each == key;
    }
    return false;
  }
  void pause() {
    if constexpr (std::is_same_v<Domain, locksmith::qsbr_domain>) {
      now_and_then::quiescent(domain_);
    }
  }
  using list = locksmith::rcu_list<int, Domain>;
  Domain domain_;
  list list_{domain_};
};

/// What one writes without thinking.
class set_under_a_lock {
 public:
  struct member {
    explicit member(set_under_a_lock& /*set*/) {}
  };
  void insert(int key) {
    const std::scoped_lock lock{mutex_};
    set_.insert(key);
  }
  void erase(int key) {
    const std::scoped_lock lock{mutex_};
    set_.erase(key);
  }
  bool contains(int key) {
    const std::shared_lock lock{mutex_};
    return set_.contains(key);
  }

 private:
  std::shared_mutex mutex_;
  std::set<int> set_;
};

}  // namespace subjects
