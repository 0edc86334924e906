// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <shared_mutex>

#include "locksmith/rcu.hpp"
#include "locksmith/rcu_cell.hpp"

/// What is measured: each holds a number that `read` reads and `change`
/// replaces, and has a `visitor` for threads that come to read.
namespace subjects {

template <class Subject>
struct visitor {
  explicit visitor(Subject& /*subject*/) {}
};

/// The floor: a load and the number behind it; the old one is not freed.
class bare_pointer {
 public:
  ~bare_pointer() { delete current_.load(); }
  using visitor = subjects::visitor<bare_pointer>;
  [[gnu::always_inline]] int read() {
    return *current_.load(std::memory_order_acquire);
  }
  void change(int /*next*/) {}

 private:
  std::atomic<int*> current_{new int{1}};
};

/// A read section, and `synchronize` before the old is freed.
class domain {
 public:
  domain() = default;
  domain(const domain&) = delete;
  domain& operator=(const domain&) = delete;
  ~domain() { delete current_.load(); }
  using visitor = subjects::visitor<domain>;
  [[gnu::always_inline]] int read() {
    const std::scoped_lock section{domain_};
    return *current_.load(std::memory_order_acquire);
  }
  void change(int next) {
    const int* const old = current_.exchange(new int{next});
    domain_.synchronize();
    delete old;
  }

 private:
  locksmith::rcu_domain domain_;
  std::atomic<int*> current_{new int{1}};
};

/// The same in the domain that all share.
class default_domain {
 public:
  default_domain() = default;
  default_domain(const default_domain&) = delete;
  default_domain& operator=(const default_domain&) = delete;
  ~default_domain() { delete current_.load(); }
  using visitor = subjects::visitor<default_domain>;
  [[gnu::always_inline]] int read() {
    const std::scoped_lock section{locksmith::rcu_default_domain()};
    return *current_.load(std::memory_order_acquire);
  }
  void change(int next) {
    const int* const old = current_.exchange(new int{next});
    locksmith::rcu_synchronize();
    delete old;
  }

 private:
  std::atomic<int*> current_{new int{1}};
};

/// The same as where the kernel has no `membarrier`: with full fences.
class domain_with_full_fences : public domain {
 public:
  domain_with_full_fences() { ready().store(false); }
  ~domain_with_full_fences() { ready().store(true); }
  domain_with_full_fences(const domain_with_full_fences&) = delete;
  domain_with_full_fences& operator=(const domain_with_full_fences&) = delete;
  using visitor = subjects::visitor<domain_with_full_fences>;

 private:
  static std::atomic<bool>& ready() {
    return locksmith::detail::membarrier_ready;
  }
};

class cell {
 public:
  using visitor = subjects::visitor<cell>;
  [[gnu::always_inline]] int read() {
    return cell_.read([](const int& n) { return n; });
  }
  void change(int next) { cell_.store(next); }

 private:
  locksmith::rcu_cell<int> cell_{1};
};

template <class Mutex, template <class> class ReadLock>
class locked {
 public:
  using visitor = subjects::visitor<locked>;
  [[gnu::always_inline]] int read() {
    const ReadLock<Mutex> lock{mutex_};
    return number_;
  }
  void change(int next) {
    const std::scoped_lock lock{mutex_};
    number_ = next;
  }

 private:
  Mutex mutex_;
  int number_ = 1;
};

using mutex = locked<std::mutex, std::unique_lock>;
using shared_mutex = locked<std::shared_mutex, std::shared_lock>;

class atomic_shared_pointer {
 public:
  using visitor = subjects::visitor<atomic_shared_pointer>;
  [[gnu::always_inline]] int read() { return *current_.load(); }
  void change(int next) { current_.store(std::make_shared<int>(next)); }

 private:
  std::atomic<std::shared_ptr<int>> current_{std::make_shared<int>(1)};
};

}  // namespace subjects
