// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "locksmith/retired.hpp"
#include "locksmith/semaphore.hpp"

namespace locksmith::detail {

// Retired objects that wait for grace periods, a batch at a time. One thread
// at a time reclaims, and calls the deleters.
//
// `Periods` has next, is_over and wait; see grace_periods.
class retire_queue {
 public:
  constexpr retire_queue() noexcept = default;
  retire_queue(const retire_queue&) = delete;
  retire_queue& operator=(const retire_queue&) = delete;

  // Nobody reads any more: reclaims all, and what the deleters retire.
  ~retire_queue() {
    do {
      waiting_.reclaim();
      waiting_ = newer_.take_all();
    } while (!waiting_.empty());
  }

  void push(retired& object) noexcept { newer_.push(object); }

  // [collect]
  // Reclaims what nobody can be reading any more, without waiting for anybody.
  template <class Periods>
  void collect(Periods& periods) noexcept {
    // It fails in a deleter, too.
    if (!reclaiming_.try_acquire()) return;
    if (periods.is_over(period_)) {
      waiting_.reclaim();
      waiting_ = newer_.take_all();
      period_ = periods.next();
      if (periods.is_over(period_)) waiting_.reclaim();
    }
    reclaiming_.release();
  }
  // [/collect]

  // Waits until all is reclaimed that was pushed before.
  template <class Periods>
  void barrier(Periods& periods) noexcept {
    // Whoever is reclaiming may have taken some of it: wait for that, too.
    reclaiming_.acquire();
    if (!waiting_.empty() || !newer_.empty()) {
      retired_list newer = newer_.take_all();
      periods.wait(periods.next());
      waiting_.reclaim();
      newer.reclaim();
    }
    reclaiming_.release();
  }

 private:
  retired_stack newer_;
  binary_semaphore reclaiming_{1};  // for what follows
  retired_list waiting_;            // until no reader is left from before
  std::uint64_t period_ = 0;        // this period
};

}  // namespace locksmith::detail
