// SPDX-License-Identifier: MIT
#include <array>
#include <atomic>
#include <cstddef>
#include <cstdlib>
#include <deque>
#include <judge.hpp>
#include <mutex>
#include <stdexcept>
#include <thread>
#include <two_writers.hpp>

#include "testing/actor.hpp"

namespace {

using exercise::shared_value;
using judge::RealThreads;

// The two writers of a body add different numbers, so that a change made twice
// does not pass for two.
void add_one(int& number) { number += 1; }
void add_ten(int& number) { number += 10; }
int itself(const int& number) { return number; }

/// One thread reads while the other updates.
void shows_a_version_whole() {
  shared_value<int> value{1};
  std::thread reader{[&] {
    const int seen = value.read(itself);
    interleave::require(seen == 1 || seen == 2, "a version is read whole");
  }};
  value.update(add_one);
  reader.join();
}

/// Two threads update at the same time.
void keeps_both_updates() {
  shared_value<int> value{1};
  std::thread other{[&] { value.update(add_ten); }};
  value.update(add_one);
  other.join();
  interleave::require(value.read(itself) == 12,
                      "each update is made once and none is lost");
}

/// Both try; the change of one of them throws, each time it is called.
void frees_what_it_does_not_publish() {
  shared_value<int> value{1};
  std::thread other{[&] { value.update(add_one); }};
  bool thrown = false;
  try {
    value.update([](int& number) {
      number = 7;
      throw std::invalid_argument{"7"};
    });
  } catch (const std::invalid_argument&) {
    thrown = true;
  }
  other.join();
  interleave::require(thrown, "the caller hears of it");
  interleave::require(value.read(itself) == 2,
                      "what threw has changed nothing");
}

/// One is in the middle of its change until the other has begun with its own.
void waits_for_no_change_of_another() {
  shared_value<int> value{1};
  std::atomic<bool> begun{false};
  std::thread slow{[&] {
    value.update([&](int& number) {
      begun.wait(false, std::memory_order_relaxed);
      add_ten(number);
    });
  }};
  value.update([&](int& number) {
    begun.store(true, std::memory_order_relaxed);
    begun.notify_all();
    add_one(number);
  });
  slow.join();
  interleave::require(value.read(itself) == 12,
                      "each update is made once and none is lost");
}

// A number in memory that is used again at once, the last freed first, as it is
// by most allocators. (The checker's own heap uses no address twice.)
class recycled {
 public:
  explicit recycled(int n) : number{n} {}

  static void* operator new(std::size_t /*size*/) {
    const std::lock_guard lock{mutex};
    if (left == 0) std::abort();
    return places[--left];
  }

  static void operator delete(void* place) {
    const std::lock_guard lock{mutex};
    places[left++] = place;
  }

  int number;

 private:
  static constexpr std::size_t most = 6;

  static inline std::mutex mutex;
  alignas(int) static inline std::array<std::byte, most * sizeof(int)> memory;
  static inline std::array<void*, most> places = [] {
    std::array<void*, most> all{};
    for (std::size_t each = 0; each < most; ++each) {
      all[each] = &memory[each * sizeof(int)];
    }
    return all;
  }();
  static inline std::size_t left = most;
};

/// One updates twice, so that the first version's memory can hold the third,
/// while the other is on its way from the first to the second.
void tells_versions_apart() {
  shared_value<recycled> value{recycled{1}};
  std::thread other{
      [&] { value.update([](recycled& each) { add_ten(each.number); }); }};
  value.update([](recycled& each) { add_one(each.number); });
  value.update([](recycled& each) { add_one(each.number); });
  other.join();
  const int last = value.read([](const recycled& each) { return each.number; });
  interleave::require(last == 13, "each update is made once and none is lost");
}

const bool promises = judge::in_every_execution({
    {"ShowsAVersionWhole", shows_a_version_whole},
    {"KeepsBothUpdates", keeps_both_updates},
    {"FreesWhatItDoesNotPublish", frees_what_it_does_not_publish},
    {"WaitsForNoChangeOfAnother", waits_for_no_change_of_another},
    {"TellsVersionsApart", tells_versions_apart},
});

TEST_F(RealThreads, LoseNoUpdate) {
  shared_value<int> value{0};
  constexpr int rounds = 300;
  {
    std::deque<testing_support::actor> threads;
    for (int writer = 0; writer < 3; ++writer) {
      threads.emplace_back([&] {
        for (int round = 0; round < rounds; ++round) value.update(add_one);
      });
    }
  }
  EXPECT_EQ(value.read(itself), 3 * rounds);
}

}  // namespace
