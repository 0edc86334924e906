// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <cstddef>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>

#include "locksmith/epoch.hpp"
#include "locksmith/hazard_pointer.hpp"
#include "locksmith/qsbr.hpp"
#include "locksmith/rcu.hpp"
#include "steps/count_under_a_bit.hpp"

/// What is measured: each holds a number that a `visitor`, which a thread has
/// for itself, reads and replaces.
namespace subjects {

/// The floor: a load and the number behind it; the old one is not freed.
class bare_pointer {
 public:
  bare_pointer() = default;
  bare_pointer(const bare_pointer&) = delete;
  bare_pointer& operator=(const bare_pointer&) = delete;
  ~bare_pointer() { delete current_.load(); }

  struct visitor {
    explicit visitor(bare_pointer& of) : subject{of} {}
    [[gnu::always_inline]] int read() {
      return *subject.current_.load(std::memory_order_acquire);
    }
    bare_pointer& subject;
  };

 private:
  std::atomic<int*> current_{new int{1}};
};

/// A number in a domain.
template <class Domain>
class in_domain {
 public:
  struct object : locksmith::reclaimable<object> {
    explicit object(int n) : value{n} {}
    int value;
  };

  in_domain() = default;
  in_domain(const in_domain&) = delete;
  in_domain& operator=(const in_domain&) = delete;
  ~in_domain() { delete current.load(); }

  struct visitor {
    explicit visitor(in_domain& of) : subject{of} {}
    [[gnu::always_inline]] int read() {
      typename Domain::template guard<1> guard{subject.domain};
      return guard.protect(0, subject.current)->value;
    }
    void change(int next) {
      subject.domain.retire(*subject.current.exchange(
          new object{next}, std::memory_order_acq_rel));
    }
    in_domain& subject;
  };

  Domain domain;
  std::atomic<object*> current{new object{1}};
};

using rcu = in_domain<locksmith::rcu_domain>;
using epochs = in_domain<locksmith::epoch_domain>;
using hazard_guard = in_domain<locksmith::hazard_pointer_domain>;

/// A thread that is online, and quiescent once in 64 reads or changes.
class quiescent_states : public in_domain<locksmith::qsbr_domain> {
 public:
  class visitor {
   public:
    explicit visitor(quiescent_states& of) : base_{of}, online_{of.domain} {}
    [[gnu::always_inline]] int read() {
      const int value = base_.read();
      rest();
      return value;
    }
    void change(int next) {
      base_.change(next);
      rest();
    }

   private:
    [[gnu::always_inline]] void rest() {
      if (++count_ % 64 == 0) base_.subject.domain.quiescent();
    }
    in_domain::visitor base_;
    locksmith::qsbr_domain::participant online_;
    unsigned count_ = 0;
  };
};

/// A hazard pointer that the thread keeps.
class held_hazard : public in_domain<locksmith::hazard_pointer_domain> {
 public:
  class visitor {
   public:
    explicit visitor(held_hazard& of) : base_{of} {}
    [[gnu::always_inline]] int read() {
      const int value = hazard_.protect(base_.subject.current)->value;
      hazard_.reset_protection();
      return value;
    }
    void change(int next) { base_.change(next); }

   private:
    in_domain::visitor base_;
    locksmith::hazard_pointer hazard_ = locksmith::make_hazard_pointer();
  };
};

/// As where the kernel has no `membarrier`: with full fences.
template <class Subject>
class with_full_fences : public Subject {
 public:
  with_full_fences() { ready().store(false); }
  with_full_fences(const with_full_fences&) = delete;
  with_full_fences& operator=(const with_full_fences&) = delete;
  ~with_full_fences() { ready().store(true); }
  using visitor = typename Subject::visitor;

 private:
  static std::atomic<bool>& ready() {
    return locksmith::detail::membarrier_ready;
  }
};

class counted {
 public:
  struct visitor {
    explicit visitor(counted& of) : subject{of} {}
    int read() { return subject.shelf_.read(); }
    void change(int next) { subject.shelf_.replace(next); }
    counted& subject;
  };

 private:
  steps::count_under_a_bit::shelf shelf_{1};
};

class atomic_shared_pointer {
 public:
  struct visitor {
    explicit visitor(atomic_shared_pointer& of) : subject{of} {}
    int read() { return *subject.current_.load(); }
    void change(int next) {
      subject.current_.store(std::make_shared<int>(next));
    }
    atomic_shared_pointer& subject;
  };

 private:
  std::atomic<std::shared_ptr<int>> current_{std::make_shared<int>(1)};
};

}  // namespace subjects
