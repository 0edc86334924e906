// SPDX-License-Identifier: MIT
// wrong: counts a reference in memory that is gone
// broken by: WrongSteps.CountTooLate
#pragma once

#include <atomic>

namespace steps::count_too_late {

struct session {
  explicit session(int n) : user{n} {}
  int user;
  std::atomic<int> count{1};  // the shelf's own
};

class shelf {
 public:
  explicit shelf(int user) : current_{new session{user}} {}
  ~shelf() { drop(current_.load(std::memory_order_relaxed)); }
  shelf(const shelf&) = delete;
  shelf& operator=(const shelf&) = delete;

  // [read]
  int read() {
    session* const seen = current_.load(std::memory_order_acquire);
    seen->count.fetch_add(1, std::memory_order_relaxed);
    const int user = seen->user;
    drop(seen);
    return user;
  }
  // [/read]

  // [replace]
  void replace(int user) {
    drop(current_.exchange(new session{user}, std::memory_order_acq_rel));
  }
  // [/replace]

 private:
  // [drop]
  static void drop(session* seen) {
    // Release: what this thread read, it read before the last one deletes.
    if (seen->count.fetch_sub(1, std::memory_order_release) == 1) {
      std::atomic_thread_fence(std::memory_order_acquire);
      delete seen;
    }
  }
  // [/drop]

  std::atomic<session*> current_;
};

}  // namespace steps::count_too_late
