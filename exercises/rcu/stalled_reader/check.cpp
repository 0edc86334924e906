// SPDX-License-Identifier: MIT
#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <iostream>
#include <judge.hpp>
#include <mutex>
#include <stalled_reader.hpp>
#include <thread>

namespace {

using judge::Checker;
using judge::RealThreads;
using judge::verdict;

// The same, but no two phases have the same number.
class right_domain {
 public:
  void lock(std::size_t reader) {
    words_[reader].store(phase_.load(std::memory_order_relaxed),
                         std::memory_order_release);
    std::atomic_thread_fence(std::memory_order_seq_cst);
  }

  void unlock(std::size_t reader) {
    words_[reader].store(idle, std::memory_order_release);
  }

  void synchronize() {
    const std::lock_guard lock{writers_};
    std::atomic_thread_fence(std::memory_order_seq_cst);
    const std::uint64_t next = phase_.load(std::memory_order_relaxed) + 1;
    phase_.store(next, std::memory_order_relaxed);
    for (const auto& word : words_) {
      while (is_old(word.load(std::memory_order_acquire), next)) {
        std::this_thread::yield();
      }
    }
  }

 private:
  static constexpr std::uint64_t idle = 0;

  static bool is_old(std::uint64_t word, std::uint64_t phase) {
    return word != idle && word < phase;
  }

  std::mutex writers_;
  std::atomic<std::uint64_t> phase_{1};
  std::array<std::atomic<std::uint64_t>, 2> words_{};
};

// So many executions are enough for the smallest program many times over.
constexpr std::uint64_t most = 20'000;

using Program = Checker;

TEST_F(Program, PassesWithARightOne) {
  const verdict found = judge::explore(exercise::program<right_domain>, most);
  EXPECT_TRUE(found.ok) << "With a right domain it fails as well, so it proves "
                           "nothing:\n"
                        << found.text;
  EXPECT_TRUE(!found.ok || found.exhaustive)
      << "The program is too large: it has more than " << most
      << " executions. One reader and one writer are enough.";
}

TEST_F(Program, BreaksTheDomain) {
  const verdict found =
      judge::explore(exercise::program<exercise::domain>, most);
  ASSERT_FALSE(found.ok) << "Whatever the threads do, the domain waits for "
                            "every reader, in every execution:\n"
                         << found.text;
  const bool reads_what_is_gone =
      found.kind == "data race" || found.kind == "use after free";
  EXPECT_TRUE(reads_what_is_gone)
      << "The program proves something else: it fails, but nobody reads what "
         "is gone.\n"
      << found.text;
  // What the exercise is about.
  if (reads_what_is_gone) std::cout << found.text;
}

// One reader, so many sections, and so many versions that are replaced.
template <int Sections, int Versions>
void reads_and_replaces() {
  exercise::domain domain;
  std::atomic<int*> current{new int{1}};
  std::thread reader{[&] {
    for (int section = 0; section < Sections; ++section) {
      domain.lock(0);
      interleave::require(*current.load(std::memory_order_acquire) > 0,
                          "a version is read whole");
      domain.unlock(0);
    }
  }};
  for (int version = 2; version < 2 + Versions; ++version) {
    int* const old =
        current.exchange(new int{version}, std::memory_order_acq_rel);
    domain.synchronize();
    delete old;
  }
  reader.join();
  delete current.load(std::memory_order_relaxed);
}

TEST_F(Checker, IsGivenTheDomainAsItWas) {
  const verdict found = judge::explore(reads_and_replaces<2, 1>);
  EXPECT_TRUE(found.ok) << "The domain is not to be changed:\n" << found.text;
  EXPECT_FALSE(judge::explore(reads_and_replaces<1, 2>).ok)
      << "The domain is not to be mended; it is to be broken.";
}

TEST_F(RealThreads, ComeToTheirEndWithARightOne) {
  exercise::program<right_domain>();
}

}  // namespace
