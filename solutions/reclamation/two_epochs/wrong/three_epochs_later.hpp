// SPDX-License-Identifier: MIT
// wrong: leaves the epoch that may be over, and waits for one more; nothing
//   says that it is over by one only
// rejected by: EveryExecution.IsPinnedTwoEpochsLater
// it says: nothing orders the two
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace exercise {

// A value with two readers, which have the numbers 0 and 1, and any number of
// writers. What is replaced waits in the limbo of an epoch.
template <class T>
class cell {
 public:
  explicit cell(T initial) : current_{new T(std::move(initial))} {}
  cell(const cell&) = delete;
  cell& operator=(const cell&) = delete;
  ~cell() { delete current_.load(std::memory_order_relaxed); }

  // The current version. It stays until this reader calls `unpin`.
  const T& pin(std::size_t reader) {
    // Release pairs with the acquire in advance: the pin before is over.
    pinned_[reader].store(epoch_.load(std::memory_order_relaxed),
                          std::memory_order_release);
    // Pairs with the fence in advance. Either that thread sees this pin, or
    // this one sees what was unlinked before that fence.
    std::atomic_thread_fence(std::memory_order_seq_cst);
    return *current_.load(std::memory_order_acquire);
  }

  // Release pairs with the acquire in advance.
  void unpin(std::size_t reader) {
    pinned_[reader].store(0, std::memory_order_release);
  }

  // Publishes `next`. What it replaces is deleted two epochs later.
  void replace(T next) {
    auto* const replacement = new T(std::move(next));
    const std::uint64_t epoch = epoch_.load(std::memory_order_relaxed);
    std::unique_ptr<const T> old{
        current_.exchange(replacement, std::memory_order_acq_rel)};
    const std::scoped_lock lock{mutex_};
    limbo_[epoch % limbo_.size()].push_back(std::move(old));
  }

  // Begins the next epoch if every pinned reader has seen the present one, and
  // deletes what nobody can be reading any more. The destructor aside, this is
  // the only place where that is done.
  void advance() {
    const std::scoped_lock lock{mutex_};
    const std::uint64_t epoch = epoch_.load(std::memory_order_relaxed);
    std::atomic_thread_fence(std::memory_order_seq_cst);
    for (const std::atomic<std::uint64_t>& each : pinned_) {
      const std::uint64_t pinned = each.load(std::memory_order_acquire);
      if (pinned != 0 && pinned != epoch) return;
    }
    epoch_.store(epoch + 1, std::memory_order_relaxed);
    limbo_[(epoch - 2) % limbo_.size()].clear();
  }

 private:
  std::atomic<T*> current_;
  // Changed under the mutex alone.
  std::atomic<std::uint64_t> epoch_{1};
  // The epoch in which each reader was pinned; zero if it is not.
  std::array<std::atomic<std::uint64_t>, 2> pinned_{};

  std::mutex mutex_;
  // What was unlinked in each epoch, by its number modulo four.
  std::array<std::vector<std::unique_ptr<const T>>, 4> limbo_;
};

}  // namespace exercise
