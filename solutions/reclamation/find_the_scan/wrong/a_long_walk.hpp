// SPDX-License-Identifier: MIT
// wrong: walks and retires for so long that not all executions can be run
// rejected by: Program.PassesWithRightOnes
// it says: too large
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdlib>
#include <thread>
#include <vector>

namespace exercise {

struct object {
  int value;
};

// The hazard pointers that lose an object. They stay as they are.
//
// One thread reads: it has two slots, one for the object where it is, one for
// the next. One thread deletes.
class hazards {
 public:
  hazards() = default;
  hazards(const hazards&) = delete;
  hazards& operator=(const hazards&) = delete;
  ~hazards() {
    for (const object* each : waiting_) delete each;
  }

  // For who reads: what `link` holds, protected by the slot for the next.
  const object* protect(const std::atomic<const object*>& link) {
    const object* seen = link.load(std::memory_order_relaxed);
    for (;;) {
      slots_[next].store(seen, std::memory_order_release);
      std::atomic_thread_fence(std::memory_order_seq_cst);
      const object* const now = link.load(std::memory_order_acquire);
      if (now == seen) return now;
      seen = now;
    }
  }

  // For who reads: goes to the next. It stays protected; the object where the
  // thread was does not.
  void step() {
    slots_[here].store(slots_[next].load(std::memory_order_relaxed),
                       std::memory_order_release);
    slots_[next].store(nullptr, std::memory_order_release);
  }

  // For who reads: protects nothing any more.
  void leave() {
    slots_[here].store(nullptr, std::memory_order_release);
    slots_[next].store(nullptr, std::memory_order_release);
  }

  // For who deletes, of an object that is unlinked: deletes it once it is not
  // protected. It looks at the slots when two objects wait.
  void retire(const object* unlinked) {
    waiting_.push_back(unlinked);
    if (waiting_.size() < 2) return;
    std::atomic_thread_fence(std::memory_order_seq_cst);
    const object* const first = slots_[here].load(std::memory_order_acquire);
    const object* const second = slots_[next].load(std::memory_order_acquire);
    std::erase_if(waiting_, [&](const object* each) {
      if (each == first || each == second) return false;
      delete each;
      return true;
    });
  }

 private:
  enum : std::size_t { here, next };

  std::array<std::atomic<const object*>, 2> slots_{};
  std::vector<const object*> waiting_;
};

template <class Hazards>
void program() {
  Hazards hazards;
  std::atomic<const object*> link{new object{1}};
  std::thread reader{[&] {
    for (int round = 0; round < 6; ++round) {
      const object* const seen = hazards.protect(link);
      hazards.step();
      if (seen != nullptr && seen->value < 1) std::abort();
    }
    hazards.leave();
  }};
  for (int value = 2; value < 9; ++value) {
    hazards.retire(link.exchange(new object{value}));
  }
  hazards.retire(link.exchange(nullptr));
  reader.join();
}

}  // namespace exercise
