// SPDX-License-Identifier: MIT
#pragma once

extern "C" {
#include <ck_epoch.h>
#include <ck_hp.h>
}

#include <array>
#include <atomic>
#include <list>
#include <mutex>

/// Epochs and hazard pointers of Concurrency Kit, as subjects.
namespace subjects {

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

}  // namespace subjects
