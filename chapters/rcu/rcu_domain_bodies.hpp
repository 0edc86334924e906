// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <memory>
#include <mutex>

#include "locksmith/rcu.hpp"
#include "rcu_bodies.hpp"

// Small programs that the domain must pass in every execution.

namespace rcu_bodies {

using locksmith::rcu_domain;

struct version : locksmith::rcu_obj_base<version> {
  explicit version(int n) : value{n} {}
  int value;
};

/// One thread reads in a section; the writer unlinks, waits, and frees.
inline void reads_what_is_there() {
  rcu_domain domain;
  std::atomic<version*> current{new version{1}};
  std::thread writer{[&] {
    const version* const old =
        current.exchange(new version{2}, std::memory_order_acq_rel);
    domain.synchronize();
    delete old;
  }};
  {
    const std::scoped_lock section{domain};
    const int seen = current.load(std::memory_order_acquire)->value;
    assert(seen == 1 || seen == 2);
  }
  writer.join();
  delete current.load(std::memory_order_relaxed);
}

/// The same, with full fences in the place of `membarrier`.
inline void reads_without_membarrier() {
  locksmith::detail::membarrier_ready.store(false, std::memory_order_relaxed);
  reads_what_is_there();
}

/// A reader in two sections, and a writer that unlinks twice.
inline void reads_twice() {
  rcu_domain domain;
  std::atomic<version*> current{new version{1}};
  std::thread reader{[&] {
    int last = 0;
    for (int round = 0; round < 2; ++round) {
      const std::scoped_lock section{domain};
      const int seen = current.load(std::memory_order_acquire)->value;
      assert(seen >= last);
      last = seen;
    }
  }};
  for (int next = 2; next < 4; ++next) {
    const version* const old =
        current.exchange(new version{next}, std::memory_order_acq_rel);
    domain.synchronize();
    delete old;
  }
  reader.join();
  delete current.load(std::memory_order_relaxed);
}

/// A reader in two sections, and a writer that unlinks once.
inline void reads_again() {
  rcu_domain domain;
  std::atomic<bool> gone{false};
  auto object = std::make_unique<int>(1);
  std::thread writer{[&] {
    gone.store(true, std::memory_order_relaxed);
    domain.synchronize();
    object.reset();
  }};
  for (int round = 0; round < 2; ++round) {
    const std::scoped_lock section{domain};
    if (!gone.load(std::memory_order_relaxed)) assert(*object == 1);
  }
  writer.join();
}

/// Whoever is inside a nested section is inside the outer one as well.
inline void reads_in_a_nested_section() {
  rcu_domain domain;
  std::atomic<version*> current{new version{1}};
  std::thread reader{[&] {
    const std::scoped_lock outer{domain};
    const version* seen = nullptr;
    {
      const std::scoped_lock inner{domain};
      seen = current.load(std::memory_order_acquire);
    }
    assert(seen->value == 1 || seen->value == 2);
  }};
  const version* const old =
      current.exchange(new version{2}, std::memory_order_acq_rel);
  domain.synchronize();
  delete old;
  reader.join();
  delete current.load(std::memory_order_relaxed);
}

/// Two threads wait for one reader.
inline void two_wait() {
  rcu_domain domain;
  std::array<std::atomic<int>, 2> gone{};
  std::array<std::unique_ptr<int>, 2> objects{std::make_unique<int>(1),
                                              std::make_unique<int>(2)};
  const auto remove = [&](std::size_t which) {
    gone[which].store(1, std::memory_order_relaxed);
    domain.synchronize();
    objects[which].reset();
  };
  std::thread other{[&] { remove(0); }};
  std::thread reader{[&] {
    const std::scoped_lock section{domain};
    if (gone[0].load(std::memory_order_relaxed) == 0) assert(*objects[0] == 1);
  }};
  remove(1);
  other.join();
  reader.join();
}

/// The writer retires, and waits for the deleter to have run.
inline void retires() {
  rcu_domain domain;
  std::atomic<version*> current{new version{1}};
  std::thread reader{[&] {
    const std::scoped_lock section{domain};
    const int seen = current.load(std::memory_order_acquire)->value;
    assert(seen == 1 || seen == 2);
  }};
  version* const old =
      current.exchange(new version{2}, std::memory_order_acq_rel);
  old->retire({}, domain);
  domain.barrier();
  reader.join();
  delete current.load(std::memory_order_relaxed);
}

/// One thread retires, another reclaims.
inline void another_reclaims() {
  rcu_domain domain;
  auto* const object = new version{1};
  std::thread other{[&] {
    object->value = 2;
    object->retire({}, domain);
  }};
  domain.barrier();
  other.join();
}

/// What a guard protects has been published whole.
inline void protects() {
  rcu_domain domain;
  version object{0};
  std::atomic<version*> current{nullptr};
  std::thread writer{[&] {
    object.value = 1;
    current.store(&object, std::memory_order_release);
  }};
  {
    rcu_domain::guard<1> guard{domain};
    const version* const seen = guard.protect(0, current);
    assert(seen == nullptr || seen->value == 1);
  }
  writer.join();
}

}  // namespace rcu_bodies
