// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <array>
#include <atomic>
#include <cstddef>
#include <vector>

namespace steps::one_hazard {

struct session {
  explicit session(int n) : user{n} {}
  int user;
};

class shelf {
 public:
  explicit shelf(int user) : current_{new session{user}} {}
  ~shelf() {
    for (session* each : retired_) delete each;
    delete current_.load(std::memory_order_relaxed);
  }
  shelf(const shelf&) = delete;
  shelf& operator=(const shelf&) = delete;

  // [read]
  int read(std::size_t me) {
    session* seen = current_.load(std::memory_order_relaxed);
    for (;;) {
      hazards_[me].store(seen, std::memory_order_relaxed);
      // Pairs with the fence in replace.
      std::atomic_thread_fence(std::memory_order_seq_cst);
      session* const now = current_.load(std::memory_order_acquire);
      if (now == seen) break;
      seen = now;
    }
    const int user = seen->user;
    hazards_[me].store(nullptr, std::memory_order_release);
    return user;
  }
  // [/read]

  // [replace]
  // For one thread.
  void replace(int user) {
    retired_.push_back(
        current_.exchange(new session{user}, std::memory_order_acq_rel));
    // Pairs with the fence in read.
    std::atomic_thread_fence(std::memory_order_seq_cst);
    std::erase_if(retired_, [&](session* each) {
      if (is_hazard(each)) return false;
      delete each;
      return true;
    });
  }
  // [/replace]

 private:
  // [scan]
  bool is_hazard(const session* object) const {
    // Acquire pairs with the release that clears the hazard.
    return std::ranges::any_of(hazards_, [&](const auto& hazard) {
      return hazard.load(std::memory_order_acquire) == object;
    });
  }
  // [/scan]

  std::atomic<session*> current_;
  // Which session each of two threads reads.
  std::array<std::atomic<session*>, 2> hazards_{};
  std::vector<session*> retired_;
};

}  // namespace steps::one_hazard
