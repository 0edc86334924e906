// SPDX-License-Identifier: MIT
// wrong: dates a session too early
// broken by: WrongSteps.StampBeforeUnlink
#pragma once

#include <algorithm>
#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <vector>

namespace steps::stamp_before_unlink {

struct session {
  explicit session(int n) : user{n} {}
  int user;
};

class shelf {
 public:
  explicit shelf(int user) : current_{new session{user}} {}
  ~shelf() {
    for (const auto& each : retired_) delete each.object;
    delete current_.load(std::memory_order_relaxed);
  }
  shelf(const shelf&) = delete;
  shelf& operator=(const shelf&) = delete;

  int read(std::size_t me) {
    pinned_[me].store(epoch_.load(std::memory_order_relaxed),
                      std::memory_order_relaxed);
    // Pairs with the fence in advance.
    std::atomic_thread_fence(std::memory_order_seq_cst);
    const int user = current_.load(std::memory_order_acquire)->user;
    pinned_[me].store(0, std::memory_order_release);
    return user;
  }

  // [replace]
  void replace(int user) {
    const std::uint64_t stamp = epoch_.load(std::memory_order_relaxed);
    session* const old =
        current_.exchange(new session{user}, std::memory_order_acq_rel);
    const std::scoped_lock lock{mutex_};
    retired_.push_back({old, stamp});
  }
  // [/replace]

  // For one thread.
  void advance() {
    const std::uint64_t epoch = epoch_.load(std::memory_order_relaxed);
    // Pairs with the fences in read and in replace.
    std::atomic_thread_fence(std::memory_order_seq_cst);
    for (const auto& each : pinned_) {
      const std::uint64_t pinned = each.load(std::memory_order_acquire);
      if (pinned != 0 && pinned != epoch) return;
    }
    epoch_.store(epoch + 1, std::memory_order_release);
    free_older_than(epoch + 1);
  }

 private:
  // Two epochs later nobody can be reading an object any more.
  void free_older_than(std::uint64_t epoch) {
    const std::scoped_lock lock{mutex_};
    std::erase_if(retired_, [&](const waiting& each) {
      if (each.stamp + 2 > epoch) return false;
      delete each.object;
      return true;
    });
  }

  struct waiting {
    session* object;
    std::uint64_t stamp;  // the epoch in which it was retired
  };

  std::atomic<session*> current_;
  std::atomic<std::uint64_t> epoch_{1};
  // The epoch in which each of two threads is pinned; zero if it is not.
  std::array<std::atomic<std::uint64_t>, 2> pinned_{};
  std::mutex mutex_;  // for what follows
  std::vector<waiting> retired_;
};

}  // namespace steps::stamp_before_unlink
