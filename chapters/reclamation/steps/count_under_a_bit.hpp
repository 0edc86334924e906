// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <cstdint>
#include <thread>

namespace steps::count_under_a_bit {

struct session {
  explicit session(int n) : user{n} {}
  int user;
  std::atomic<int> count{1};  // the shelf's own
};

class shelf {
 public:
  explicit shelf(int user) : word_{pack(new session{user})} {}
  ~shelf() { drop(unpack(word_.load(std::memory_order_relaxed))); }
  shelf(const shelf&) = delete;
  shelf& operator=(const shelf&) = delete;

  // [read]
  int read() {
    const std::uintptr_t word = lock();
    unpack(word)->count.fetch_add(1, std::memory_order_relaxed);
    word_.store(word, std::memory_order_release);  // unlocks
    const int user = unpack(word)->user;
    drop(unpack(word));
    return user;
  }
  // [/read]

  // [replace]
  void replace(int user) {
    const std::uintptr_t next = pack(new session{user});
    const std::uintptr_t old = lock();
    word_.store(next, std::memory_order_release);  // unlocks
    drop(unpack(old));
  }
  // [/replace]

 private:
  // [lock]
  // The lowest bit of a pointer to a session is zero; here it is a lock.
  static constexpr std::uintptr_t locked = 1;

  // Returns the word without its lock.
  std::uintptr_t lock() {
    for (;;) {
      const std::uintptr_t word =
          word_.fetch_or(locked, std::memory_order_acquire);
      if ((word & locked) == 0) return word;
      std::this_thread::yield();
    }
  }
  // [/lock]

  static std::uintptr_t pack(session* s) {
    return reinterpret_cast<std::uintptr_t>(s);
  }
  static session* unpack(std::uintptr_t word) {
    // NOLINTNEXTLINE(performance-no-int-to-ptr): it was made from a pointer
    return reinterpret_cast<session*>(word);
  }

  static void drop(session* seen) {
    if (seen->count.fetch_sub(1, std::memory_order_release) == 1) {
      std::atomic_thread_fence(std::memory_order_acquire);
      delete seen;
    }
  }

  std::atomic<std::uintptr_t> word_;
};

}  // namespace steps::count_under_a_bit
