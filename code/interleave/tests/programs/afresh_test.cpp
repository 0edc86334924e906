// SPDX-License-Identifier: MIT
// What a body leaves behind is put back before the next execution.
#include <atomic>
#include <thread>

#include "verdict.hpp"

namespace {

std::atomic<int> global_flag{0};
int global_value = 0;
thread_local int thread_value = 7;

struct Counted {
  static inline int alive = 0;
  Counted() { ++alive; }
  ~Counted() { --alive; }
};

Counted& lazy() {
  static Counted instance;
  return instance;
}

}  // namespace

TEST(Afresh, GlobalsStartAgain) {
  const auto result = expect_passes([] {
    interleave::require(global_flag.load() == 0 && global_value == 0,
                        "as at the start");
    std::thread other{[] { global_flag.store(1); }};
    global_value = 5;
    static_cast<void>(global_flag.load());
    other.join();
  });
  EXPECT_EQ(result.executions(), 2U);
  EXPECT_EQ(global_flag.load(), 0);
  EXPECT_EQ(global_value, 0);
}

TEST(Afresh, FunctionLocalStaticsStartAgain) {
  const auto result = expect_passes([] {
    std::thread other{[] { lazy(); }};
    lazy();
    other.join();
    interleave::require(Counted::alive == 1, "made once");
  });
  EXPECT_GE(result.executions(), 2U);
  EXPECT_EQ(Counted::alive, 0);
}

TEST(Afresh, ThreadLocalsStartAgain) {
  expect_passes([] {
    interleave::require(thread_value == 7, "as at the start");
    thread_value = 8;
    std::atomic<int> flag{0};
    std::thread other{[&] {
      interleave::require(thread_value == 7, "as in a new thread");
      thread_value = 9;
      flag.store(1);
    }};
    static_cast<void>(flag.load());
    other.join();
    interleave::require(thread_value == 8, "its own");
  });
}

TEST(ThreadLocal, DestructorsRun) {
  expect_passes([] {
    std::thread{[] {
      thread_local Counted counted;
      interleave::require(Counted::alive == 1, "made");
      static_cast<void>(counted);
    }}.join();
    interleave::require(Counted::alive == 0, "and destroyed");
  });
}

// g++ does not tell of a write that stores the result of a call, and no
// compiler of the flag that a thread-local variable is initialised: what they
// held was once found again by the thread of the next execution.
namespace thread_local_memory {

struct Place {
  long number = -1;
  const void* owner = nullptr;
};

std::atomic<int> ended{0};

struct Guest {
  Guest() noexcept = default;
  Guest(const Guest&) = delete;
  Guest& operator=(const Guest&) = delete;
  ~Guest() { ended.fetch_add(1, std::memory_order_relaxed); }
  int visits = 0;
};

constinit thread_local Place place;
thread_local Guest guest;

[[gnu::noinline]] Place find() { return {5, &guest}; }

void use() {
  interleave::require(place.number == -1, "a new thread's variables are new");
  interleave::require(guest.visits == 0, "a new thread's objects are new");
  ++guest.visits;
  place = find();
}

}  // namespace thread_local_memory

TEST(Afresh, ThreadLocalsThatTheCompilerDoesNotTellOf) {
  const auto body = [] {
    using namespace thread_local_memory;
    std::atomic<int> order{0};
    std::thread other{[&] {
      use();
      order.fetch_add(1, std::memory_order_relaxed);
    }};
    order.fetch_add(1, std::memory_order_relaxed);
    other.join();
    interleave::require(ended.load(std::memory_order_relaxed) == 1,
                        "what a thread owns ends with it");
    use();
  };
  EXPECT_EQ(expect_passes(body).executions(), 2U);
  expect_passes(body);
}

// A pointer that only a thread-local variable holds is no leak.
TEST(Afresh, ThreadLocalsKeepWhatTheyPointTo) {
  expect_passes([] { thread_local_memory::place.owner = new int{1}; });
}

// The bug: a thread that others start, and that had not been started yet in an
// execution, was taken for as far as it had come in the execution before. Who
// read what it had stored went on before it had, and found memory as it was.
TEST(Afresh, AThreadNotYetStartedHasDoneNothing) {
  expect_passes([] {
    int number = 0;
    std::atomic<int*> shown{nullptr};
    std::thread reader{[&] {
      if (const int* const seen = shown.load(std::memory_order_acquire)) {
        interleave::require(*seen == 1, "written before it is shown");
      }
    }};
    std::thread starter{[&] {
      std::thread writer{[&] {
        number = 1;
        shown.store(&number, std::memory_order_release);
      }};
      writer.join();
    }};
    reader.join();
    starter.join();
  });
}
