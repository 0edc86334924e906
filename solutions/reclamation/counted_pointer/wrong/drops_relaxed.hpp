// SPDX-License-Identifier: MIT
// wrong: drops a reference without release; the object may be deleted before
//   the last look at it
// rejected by: EveryExecution.CountsBeforeItMayGo
// it says: release there and acquire here would
#pragma once

#include <atomic>
#include <cstdint>
#include <thread>
#include <utility>

namespace exercise {

// A value that any thread may read and replace. Who reads has a reference, and
// what is referred to is deleted with the last reference to it.
template <class T>
class counted_pointer {
  struct counted {
    T value;
    // The references to it; the pointer's own is one.
    std::atomic<std::uint32_t> references{1};
  };

 public:
  class reference {
   public:
    reference(reference&& other) noexcept
        : to_{std::exchange(other.to_, nullptr)} {}
    reference& operator=(reference&&) = delete;
    ~reference() {
      if (to_ != nullptr) drop(to_);
    }

    const T& operator*() const { return to_->value; }

   private:
    friend class counted_pointer;
    explicit reference(counted* to) : to_{to} {}

    counted* to_;
  };

  explicit counted_pointer(T initial) : word_{whole(std::move(initial))} {}
  counted_pointer(const counted_pointer&) = delete;
  counted_pointer& operator=(const counted_pointer&) = delete;
  ~counted_pointer() { drop(object(word_.load(std::memory_order_relaxed))); }

  // A reference to what is current.
  reference get() {
    const std::uintptr_t word = lock();
    object(word)->references.fetch_add(1, std::memory_order_relaxed);
    // Release pairs with the acquire in lock: who replaces the object finds it
    // counted.
    word_.store(word, std::memory_order_release);
    return reference{object(word)};
  }

  // Makes `next` current. Who has a reference to another keeps it.
  void set(T next) {
    const std::uintptr_t replacement = whole(std::move(next));
    const std::uintptr_t old = lock();
    // Release pairs with the acquire in lock: who finds the object finds it
    // whole.
    word_.store(replacement, std::memory_order_release);
    drop(object(old));
  }

 private:
  // The address of what is current, and whether somebody is about to count a
  // reference to it, or to replace it.
  static constexpr std::uintptr_t locked = 1;

  static std::uintptr_t whole(T value) {
    return reinterpret_cast<std::uintptr_t>(new counted{std::move(value)});
  }

  static counted* object(std::uintptr_t word) {
    // NOLINTNEXTLINE(performance-no-int-to-ptr)
    return reinterpret_cast<counted*>(word);
  }

  std::uintptr_t lock() {
    for (;;) {
      std::uintptr_t word = word_.load(std::memory_order_relaxed);
      if ((word & locked) == 0 &&
          word_.compare_exchange_weak(word, word | locked,
                                      std::memory_order_acquire,
                                      std::memory_order_relaxed)) {
        return word;
      }
      std::this_thread::yield();
    }
  }

  static void drop(counted* object) {
    if (object->references.fetch_sub(1, std::memory_order_relaxed) == 1) {
      delete object;
    }
  }

  std::atomic<std::uintptr_t> word_;
};

}  // namespace exercise
