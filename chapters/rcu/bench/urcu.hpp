// SPDX-License-Identifier: MIT
#pragma once

// The reader's side of each flavour, inlined as the library wants it.
#define _LGPL_SOURCE  // NOLINT(bugprone-reserved-identifier): its name for it
#include <urcu/urcu-bp.h>
#include <urcu/urcu-mb.h>
#include <urcu/urcu-memb.h>
#include <urcu/urcu-qsbr.h>

#include <atomic>

/// The four flavours of liburcu as subjects.
namespace subjects {

struct memb {
  static void enlist() { urcu_memb_register_thread(); }
  static void leave() { urcu_memb_unregister_thread(); }
  static void lock() { urcu_memb_read_lock(); }
  static void unlock() { urcu_memb_read_unlock(); }
  static void synchronize() { urcu_memb_synchronize_rcu(); }
  static void rest() {}
};

struct mb {
  static void enlist() { urcu_mb_register_thread(); }
  static void leave() { urcu_mb_unregister_thread(); }
  static void lock() { urcu_mb_read_lock(); }
  static void unlock() { urcu_mb_read_unlock(); }
  static void synchronize() { urcu_mb_synchronize_rcu(); }
  static void rest() {}
};

struct bp {
  static void enlist() { urcu_bp_register_thread(); }
  static void leave() {}
  static void lock() { urcu_bp_read_lock(); }
  static void unlock() { urcu_bp_read_unlock(); }
  static void synchronize() { urcu_bp_synchronize_rcu(); }
  static void rest() {}
};

struct qsbr {
  static void enlist() { urcu_qsbr_register_thread(); }
  static void leave() { urcu_qsbr_unregister_thread(); }
  static void lock() { urcu_qsbr_read_lock(); }
  static void unlock() { urcu_qsbr_read_unlock(); }
  static void synchronize() { urcu_qsbr_synchronize_rcu(); }
  // A thread says now and then that it reads nothing.
  static void rest() {
    thread_local int reads = 0;
    if (++reads % 64 == 0) urcu_qsbr_quiescent_state();
  }
};

template <class Flavour>
class urcu {
 public:
  urcu() = default;
  urcu(const urcu&) = delete;
  urcu& operator=(const urcu&) = delete;
  ~urcu() { delete current_.load(); }

  class visitor {
   public:
    explicit visitor(urcu& /*subject*/) { Flavour::enlist(); }
    ~visitor() { Flavour::leave(); }
    visitor(const visitor&) = delete;
    visitor& operator=(const visitor&) = delete;
  };

  [[gnu::always_inline]] int read() {
    Flavour::lock();
    const int number = *current_.load(std::memory_order_acquire);
    Flavour::unlock();
    Flavour::rest();
    return number;
  }

  void change(int next) {
    const int* const old = current_.exchange(new int{next});
    Flavour::synchronize();
    delete old;
  }

 private:
  std::atomic<int*> current_{new int{1}};
};

}  // namespace subjects
