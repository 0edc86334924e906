// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <thread>

namespace steps::quiescent_states {

struct session {
  explicit session(int n) : user{n} {}
  int user;
};

class shelf {
 public:
  explicit shelf(int user) : current_{new session{user}} {}
  ~shelf() { delete current_.load(std::memory_order_relaxed); }
  shelf(const shelf&) = delete;
  shelf& operator=(const shelf&) = delete;

  // [read]
  int read() { return current_.load(std::memory_order_acquire)->user; }
  // [/read]

  // [online]
  // From here on this thread may read.
  void online(std::size_t me) {
    seen_[me].store(period_.load(std::memory_order_relaxed),
                    std::memory_order_relaxed);
    // Pairs with the fence in replace.
    std::atomic_thread_fence(std::memory_order_seq_cst);
  }
  // [/online]

  // [quiescent]
  // What this thread has read so far, it is done with.
  void quiescent(std::size_t me) {
    seen_[me].store(period_.load(std::memory_order_acquire),
                    std::memory_order_release);
  }

  // And it reads nothing from here on.
  void offline(std::size_t me) {
    seen_[me].store(0, std::memory_order_release);
  }
  // [/quiescent]

  // [replace]
  // For one thread, which does not read.
  void replace(int user) {
    session* const old =
        current_.exchange(new session{user}, std::memory_order_acq_rel);
    const std::uint64_t period =
        period_.fetch_add(1, std::memory_order_release) + 1;
    // Pairs with the fence in online.
    std::atomic_thread_fence(std::memory_order_seq_cst);
    for (const auto& each : seen_) {
      for (;;) {
        const std::uint64_t seen = each.load(std::memory_order_acquire);
        if (seen == 0 || seen >= period) break;
        std::this_thread::yield();
      }
    }
    delete old;
  }
  // [/replace]

 private:
  std::atomic<session*> current_;
  std::atomic<std::uint64_t> period_{1};
  // The last period that each of two threads has seen; zero if it is offline.
  std::array<std::atomic<std::uint64_t>, 2> seen_{};
};

}  // namespace steps::quiescent_states
