// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <list>
#include <mutex>

#if RECLAMATION_BENCH_URCU
// The reader's side inlined, as the library wants it.
#define _LGPL_SOURCE  // NOLINT(bugprone-reserved-identifier): its name for it
#include <urcu/urcu-qsbr.h>
#endif
#if RECLAMATION_BENCH_CK
extern "C" {
#include <ck_epoch.h>
#include <ck_hp.h>
}
#endif
#if RECLAMATION_BENCH_CDS
#include <cds/gc/hp.h>
#include <cds/init.h>
#endif

/// The peers that are installed, as subjects.
namespace subjects {

#if RECLAMATION_BENCH_URCU
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
#endif

#if RECLAMATION_BENCH_CK
// The records of a subject's visitors. The library goes on looking at a record
// after its thread has gone, so they stay as long as the subject.
template <class Record>
class ck_records {
 public:
  Record& add() {
    const std::lock_guard lock{mutex_};
    return all_.emplace_back().record;
  }

 private:
  struct alignas(64) line {
    Record record{};
  };
  std::mutex mutex_;
  std::list<line> all_;
};

class ck_epochs {
 public:
  struct object {
    ck_epoch_entry_t entry;
    int value;
  };
  ck_epochs() { ck_epoch_init(&epochs_); }
  ck_epochs(const ck_epochs&) = delete;
  ck_epochs& operator=(const ck_epochs&) = delete;
  ~ck_epochs() { delete current_.load(); }

  class visitor {
   public:
    explicit visitor(ck_epochs& of)
        : subject_{of}, record_{&of.records_.add()} {
      ck_epoch_register(&of.epochs_, record_, nullptr);
    }
    visitor(const visitor&) = delete;
    visitor& operator=(const visitor&) = delete;
    ~visitor() {
      ck_epoch_barrier(record_);
      ck_epoch_unregister(record_);
    }

    [[gnu::always_inline]] int read() {
      ck_epoch_begin(record_, nullptr);
      const int value =
          subject_.current_.load(std::memory_order_acquire)->value;
      ck_epoch_end(record_, nullptr);
      return value;
    }
    void change(int next) {
      object* const old = subject_.current_.exchange(new object{{}, next},
                                                     std::memory_order_acq_rel);
      ck_epoch_begin(record_, nullptr);
      ck_epoch_call(record_, &old->entry, [](ck_epoch_entry_t* entry) {
        delete reinterpret_cast<object*>(entry);  // its first member
      });
      ck_epoch_end(record_, nullptr);
      if (++count_ % 64 == 0) ck_epoch_poll(record_);
    }

   private:
    ck_epochs& subject_;
    ck_epoch_record_t* record_;
    unsigned count_ = 0;
  };

 private:
  ck_epoch_t epochs_{};
  ck_records<ck_epoch_record_t> records_;
  std::atomic<object*> current_{new object{{}, 1}};
};

class ck_hazard {
 public:
  struct object {
    ck_hp_hazard_t hazard;
    int value;
  };
  struct hazard_record {
    ck_hp_record_t record;
    std::array<void*, 1> pointers;
  };
  ck_hazard() {
    ck_hp_init(&hazards_, 1, 64,
               [](void* gone) { delete static_cast<object*>(gone); });
  }
  ck_hazard(const ck_hazard&) = delete;
  ck_hazard& operator=(const ck_hazard&) = delete;
  ~ck_hazard() { delete current_.load(); }

  class visitor {
   public:
    explicit visitor(ck_hazard& of) : subject_{of}, own_{&of.records_.add()} {
      ck_hp_register(&of.hazards_, &own_->record, own_->pointers.data());
    }
    visitor(const visitor&) = delete;
    visitor& operator=(const visitor&) = delete;
    ~visitor() {
      ck_hp_purge(&own_->record);
      ck_hp_unregister(&own_->record);
    }

    [[gnu::always_inline]] int read() {
      object* seen = subject_.current_.load(std::memory_order_relaxed);
      for (;;) {
        ck_hp_set_fence(&own_->record, 0, seen);
        object* const now = subject_.current_.load(std::memory_order_acquire);
        if (now == seen) break;
        seen = now;
      }
      const int value = seen->value;
      ck_hp_clear(&own_->record);
      return value;
    }
    void change(int next) {
      object* const old = subject_.current_.exchange(new object{{}, next},
                                                     std::memory_order_acq_rel);
      ck_hp_free(&own_->record, &old->hazard, old, old);
    }

   private:
    ck_hazard& subject_;
    hazard_record* own_;
  };

 private:
  ck_hp_t hazards_{};
  ck_records<hazard_record> records_;
  std::atomic<object*> current_{new object{{}, 1}};
};
#endif

#if RECLAMATION_BENCH_CDS
class cds_hazard {
 public:
  struct object {
    int value;
  };
  cds_hazard() = default;
  cds_hazard(const cds_hazard&) = delete;
  cds_hazard& operator=(const cds_hazard&) = delete;
  ~cds_hazard() { delete current_.load(); }

  class visitor {
   public:
    explicit visitor(cds_hazard& of) : subject_{of} {}
    [[gnu::always_inline]] int read() {
      const int value = guard_.protect(subject_.current_)->value;
      guard_.clear();
      return value;
    }
    void change(int next) {
      struct disposer {
        void operator()(object* gone) const { delete gone; }
      };
      cds::gc::HP::retire<disposer>(subject_.current_.exchange(
          new object{next}, std::memory_order_acq_rel));
    }

   private:
    // Attached as long as it visits.
    struct attached {
      attached() {
        static const library once;
        cds::threading::Manager::attachThread();
      }
      attached(const attached&) = delete;
      attached& operator=(const attached&) = delete;
      // NOLINTNEXTLINE(bugprone-exception-escape): then the benchmark ends.
      ~attached() { cds::threading::Manager::detachThread(); }
    };
    cds_hazard& subject_;
    attached attached_;
    cds::gc::HP::Guard guard_;
  };

 private:
  // Never taken down, since threads of other subjects may still run.
  struct library {
    library() {
      cds::Initialize();
      new cds::gc::HP{4, 64};
    }
  };
  std::atomic<object*> current_{new object{1}};
};
#endif

}  // namespace subjects
