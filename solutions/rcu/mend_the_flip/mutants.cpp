// SPDX-License-Identifier: MIT
#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <judge.hpp>
#include <thread>

namespace {

TEST(Mutants, AreRejected) {
  EXPECT_EQ(judge::survivors("mend_the_flip.hpp"), "");
}

// What the other right answers have in common; one writer is enough here.
class readers {
 public:
  void lock(std::size_t reader) {
    words_[reader].store(phase_.load(std::memory_order_relaxed),
                         std::memory_order_release);
    std::atomic_thread_fence(std::memory_order_seq_cst);
  }

  void unlock(std::size_t reader) {
    words_[reader].store(0, std::memory_order_release);
  }

 protected:
  // Waits until `is_done` is true of each reader that reads.
  template <class Predicate>
  void wait_until(Predicate is_done) {
    for (const auto& word : words_) {
      for (;;) {
        const std::uint32_t seen = word.load(std::memory_order_acquire);
        if (seen == 0 || is_done(seen)) break;
        std::this_thread::yield();
      }
    }
  }

  std::atomic<std::uint32_t> phase_{1};

 private:
  std::array<std::atomic<std::uint32_t>, 2> words_{};
};

class counting : public readers {
 public:
  void synchronize() {
    std::atomic_thread_fence(std::memory_order_seq_cst);
    const std::uint32_t next = phase_.load(std::memory_order_relaxed) + 1;
    phase_.store(next, std::memory_order_relaxed);
    wait_until([&](std::uint32_t seen) { return seen >= next; });
  }
};

class waiting_flipping_waiting : public readers {
 public:
  void synchronize() {
    std::atomic_thread_fence(std::memory_order_seq_cst);
    const std::uint32_t now = phase_.load(std::memory_order_relaxed);
    wait_until([&](std::uint32_t seen) { return seen == now; });
    const std::uint32_t next = 3 - now;
    phase_.store(next, std::memory_order_relaxed);
    wait_until([&](std::uint32_t seen) { return seen == next; });
  }
};

// The reader comes twice, and three versions go.
template <class Domain>
void is_read_while_it_is_replaced() {
  Domain domain;
  std::atomic<int*> current{new int{1}};
  std::thread reader{[&] {
    for (int section = 0; section < 2; ++section) {
      domain.lock(1);
      interleave::require(*current.load(std::memory_order_acquire) > 0,
                          "a version is read whole");
      domain.unlock(1);
    }
  }};
  for (int version = 2; version < 5; ++version) {
    const int* const old =
        current.exchange(new int{version}, std::memory_order_acq_rel);
    domain.synchronize();
    delete old;
  }
  reader.join();
  delete current.load(std::memory_order_relaxed);
}

TEST(Mutants, OtherAnswersAreRight) {
  for (void (*const body)() :
       {is_read_while_it_is_replaced<counting>,
        is_read_while_it_is_replaced<waiting_flipping_waiting>}) {
    const judge::verdict found = judge::explore(body);
    EXPECT_TRUE(found.ok && found.exhaustive) << found.text;
  }
}

}  // namespace
