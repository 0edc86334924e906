// SPDX-License-Identifier: MIT
// wrong: counts, looks again, and takes it back if the pointer has changed; but
//   it has counted in what may be deleted
// rejected by: EveryExecution.CountsBeforeItMayGo
// it says: the write at looks_again.hpp
#pragma once

#include <atomic>
#include <cstdint>
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

  explicit counted_pointer(T initial)
      : current_{new counted{std::move(initial)}} {}
  counted_pointer(const counted_pointer&) = delete;
  counted_pointer& operator=(const counted_pointer&) = delete;
  ~counted_pointer() { drop(current_.load(std::memory_order_relaxed)); }

  // A reference to what is current.
  reference get() {
    for (;;) {
      counted* const current = current_.load(std::memory_order_acquire);
      current->references.fetch_add(1, std::memory_order_relaxed);
      if (current_.load(std::memory_order_acquire) == current) {
        return reference{current};
      }
      drop(current);
    }
  }

  // Makes `next` current. Who has a reference to another keeps it.
  void set(T next) {
    auto* const replacement = new counted{std::move(next)};
    drop(current_.exchange(replacement, std::memory_order_acq_rel));
  }

 private:
  static void drop(counted* object) {
    // Release, and acquire for the last: all that others have done with the
    // object comes before its end.
    if (object->references.fetch_sub(1, std::memory_order_release) == 1) {
      std::atomic_thread_fence(std::memory_order_acquire);
      delete object;
    }
  }

  std::atomic<counted*> current_;
};

}  // namespace exercise
