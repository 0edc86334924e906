// SPDX-License-Identifier: MIT
#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <find_the_scan.hpp>
#include <iostream>
#include <judge.hpp>
#include <thread>
#include <vector>

namespace {

using exercise::object;
using judge::Checker;
using judge::RealThreads;
using judge::verdict;

// The same, but who deletes looks at the slots in the order in which an object
// goes through them.
class right_hazards {
 public:
  right_hazards() = default;
  right_hazards(const right_hazards&) = delete;
  right_hazards& operator=(const right_hazards&) = delete;
  ~right_hazards() {
    for (const object* each : waiting_) delete each;
  }

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

  void step() {
    slots_[here].store(slots_[next].load(std::memory_order_relaxed),
                       std::memory_order_release);
    slots_[next].store(nullptr, std::memory_order_release);
  }

  void leave() {
    slots_[here].store(nullptr, std::memory_order_release);
    slots_[next].store(nullptr, std::memory_order_release);
  }

  void retire(const object* unlinked) {
    waiting_.push_back(unlinked);
    if (waiting_.size() < 2) return;
    std::atomic_thread_fence(std::memory_order_seq_cst);
    const object* const first = slots_[next].load(std::memory_order_acquire);
    const object* const second = slots_[here].load(std::memory_order_acquire);
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

// So many executions are enough for the smallest program many times over.
constexpr std::uint64_t most = 20'000;

bool reads_what_is_deleted(const verdict& found) {
  return found.kind == "data race" || found.kind == "use after free";
}

using Program = Checker;

TEST_F(Program, PassesWithRightOnes) {
  const verdict found = judge::explore(exercise::program<right_hazards>, most);
  EXPECT_TRUE(found.ok) << "With right hazard pointers it fails as well, so it "
                           "proves nothing:\n"
                        << found.text;
  EXPECT_TRUE(!found.ok || found.exhaustive)
      << "The program is too large: it has more than " << most
      << " executions. Two threads are enough.";
}

TEST_F(Program, BreaksTheHazardPointers) {
  const verdict found =
      judge::explore(exercise::program<exercise::hazards>, most);
  ASSERT_FALSE(found.ok) << "No execution reads a deleted object:\n"
                         << found.text;
  EXPECT_TRUE(reads_what_is_deleted(found))
      << "The program proves something else: it fails, but nobody reads an "
         "object that is deleted.\n"
      << found.text;
  // What the exercise is about.
  if (reads_what_is_deleted(found)) std::cout << found.text;
}

/// One reads an object while another retires it, and a second.
template <bool Step>
void is_read_and_retired() {
  exercise::hazards hazards;
  std::atomic<const object*> link{new object{1}};
  std::thread reader{[&] {
    const object* const seen = hazards.protect(link);
    if (Step) hazards.step();
    interleave::require(seen == nullptr || seen->value == 1, "it is whole");
    hazards.leave();
  }};
  hazards.retire(link.exchange(nullptr));
  hazards.retire(new object{2});
  reader.join();
}

TEST_F(Checker, IsGivenTheHazardPointersAsTheyWere) {
  const verdict found = judge::explore(is_read_and_retired<false>);
  EXPECT_TRUE(found.ok) << "The hazard pointers are not to be changed:\n"
                        << found.text;
  EXPECT_FALSE(judge::explore(is_read_and_retired<true>).ok)
      << "The hazard pointers are not to be mended; they are to be broken.";
}

TEST_F(RealThreads, ComeToTheirEndWithRightOnes) {
  exercise::program<right_hazards>();
}

}  // namespace
