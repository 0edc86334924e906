// SPDX-License-Identifier: MIT
#pragma once

// The reader's side inlined, as the library wants it.
#define _LGPL_SOURCE  // NOLINT(bugprone-reserved-identifier): its name for it
#include <urcu/urcu-qsbr.h>

#include <atomic>

/// The flavour of liburcu with quiescent states, as a subject.
namespace subjects {

class urcu_qsbr {
 public:
  struct object {
    rcu_head head;
    int value;
  };
  urcu_qsbr() = default;
  urcu_qsbr(const urcu_qsbr&) = delete;
  urcu_qsbr& operator=(const urcu_qsbr&) = delete;
  ~urcu_qsbr() {
    urcu_qsbr_barrier();
    delete current_.load();
  }

  class visitor {
   public:
    explicit visitor(urcu_qsbr& of) : subject_{of} {
      urcu_qsbr_register_thread();
    }
    visitor(const visitor&) = delete;
    visitor& operator=(const visitor&) = delete;
    ~visitor() { urcu_qsbr_unregister_thread(); }

    [[gnu::always_inline]] int read() {
      urcu_qsbr_read_lock();
      const int value =
          subject_.current_.load(std::memory_order_acquire)->value;
      urcu_qsbr_read_unlock();
      rest();
      return value;
    }
    void change(int next) {
      object* const old = subject_.current_.exchange(new object{{}, next},
                                                     std::memory_order_acq_rel);
      urcu_qsbr_call_rcu(&old->head, [](rcu_head* head) {
        delete reinterpret_cast<object*>(head);  // its first member
      });
      rest();
    }

   private:
    [[gnu::always_inline]] void rest() {
      if (++count_ % 64 == 0) urcu_qsbr_quiescent_state();
    }
    urcu_qsbr& subject_;
    unsigned count_ = 0;
  };

 private:
  std::atomic<object*> current_{new object{{}, 1}};
};

}  // namespace subjects
