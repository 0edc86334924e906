// SPDX-License-Identifier: MIT
#include <atomic>
#include <judge.hpp>
#include <stalled_reader.hpp>

// What is to be judged here is a program: nothing in it may be left out.

namespace {

using exercise::domain;

// Replaces the value, waits so many times and frees; and that so often.
template <int Versions, int Waits>
void replaces() {
  domain domain;
  std::atomic<int*> current{new int{1}};
  std::thread reader{[&] {
    domain.lock(0);
    if (*current.load(std::memory_order_acquire) == 0) std::abort();
    domain.unlock(0);
  }};
  for (int version = 2; version < 2 + Versions; ++version) {
    int* const old =
        current.exchange(new int{version}, std::memory_order_acq_rel);
    for (int wait = 0; wait < Waits; ++wait) domain.synchronize();
    delete old;
  }
  reader.join();
  delete current.load(std::memory_order_relaxed);
}

// A reader, and what goes on meanwhile.
template <class Meanwhile>
void is_read_while(Meanwhile meanwhile) {
  domain domain;
  std::atomic<int*> current{new int{1}};
  const auto replace = [&](int next) {
    int* const old = current.exchange(new int{next}, std::memory_order_acq_rel);
    domain.synchronize();
    delete old;
  };
  std::thread reader{[&] {
    domain.lock(0);
    if (*current.load(std::memory_order_acquire) == 0) std::abort();
    domain.unlock(0);
  }};
  meanwhile(domain, replace);
  reader.join();
  delete current.load(std::memory_order_relaxed);
}

void two_writers_replace() {
  is_read_while([](domain& /*domain*/, auto replace) {
    std::thread other{replace, 2};
    replace(3);
    other.join();
  });
}

void one_waits_for_nothing() {
  is_read_while([](domain& domain, auto replace) {
    domain.synchronize();
    replace(2);
  });
}

TEST(Mutants, AreRejected) {
  EXPECT_FALSE(judge::explore(exercise::program<domain>).ok);
  EXPECT_FALSE((judge::explore(replaces<2, 1>).ok));
  EXPECT_TRUE((judge::explore(replaces<1, 1>).ok));
  EXPECT_TRUE((judge::explore(replaces<2, 2>).ok));
}

TEST(Mutants, OtherAnswersAreRight) {
  EXPECT_FALSE(judge::explore(two_writers_replace).ok);
  EXPECT_FALSE(judge::explore(one_waits_for_nothing).ok);
}

}  // namespace
