// SPDX-License-Identifier: MIT
// wrong: sees the hazard gone without acquire, and frees what may still be read
// rejected by: EveryExecution.IsReadWhileItIsReplaced
// it says: is relaxed, so it does not synchronise with the store
#pragma once

#include <atomic>
#include <memory>
#include <utility>

namespace exercise {

// A value with one writer and one reader, who has a hazard pointer.
template <class T>
class cell {
 public:
  static constexpr std::memory_order look = std::memory_order_relaxed;
  static constexpr std::memory_order announce = std::memory_order_release;
  static constexpr std::memory_order confirm = std::memory_order_acquire;
  static constexpr std::memory_order clear = std::memory_order_release;
  static constexpr std::memory_order publish = std::memory_order_release;
  static constexpr std::memory_order scan = std::memory_order_relaxed;
  static constexpr std::memory_order meet = std::memory_order_seq_cst;

  explicit cell(T initial) : current_{new T(std::move(initial))} {}
  cell(const cell&) = delete;
  cell& operator=(const cell&) = delete;
  ~cell() { delete current_.load(std::memory_order_relaxed); }

  // The current version. It stays until the reader protects another, or none.
  const T& protect() {
    const T* seen = current_.load(look);
    for (;;) {
      hazard_.store(seen, announce);
      std::atomic_thread_fence(meet);
      const T* const now = current_.load(confirm);
      if (now == seen) return *now;
      seen = now;
    }
  }

  void unprotect() { hazard_.store(nullptr, clear); }

  // Publishes `next`. At most one version waits to be freed: the one that the
  // reader protects.
  void replace(T next) {
    std::unique_ptr<const T> old{
        current_.exchange(new T(std::move(next)), publish)};
    std::atomic_thread_fence(meet);
    const T* const hazard = hazard_.load(scan);
    if (old.get() == hazard) {
      old.swap(waiting_);
    } else if (waiting_.get() != hazard) {
      waiting_.reset();
    }
  }

 private:
  std::atomic<const T*> current_;
  std::atomic<const T*> hazard_{nullptr};
  std::unique_ptr<const T> waiting_;  // the writer's
};

}  // namespace exercise
