// SPDX-License-Identifier: MIT
// How many executions a second: printed, and not judged, since the machine may
// be busy. The counts are judged; where other checkers publish theirs, they are
// the same.
#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <iostream>
#include <thread>
#include <vector>

#include "verdict.hpp"

namespace {

constexpr auto relaxed = std::memory_order_relaxed;
constexpr auto acquire = std::memory_order_acquire;
constexpr auto release = std::memory_order_release;

/// Explores it five times; prints the median.
void measure(const char* name, const std::function<void()>& body,
             std::uint64_t executions) {
  constexpr std::size_t rounds = 5;
  std::array<double, rounds> speeds{};
  for (double& speed : speeds) {
    const auto start = std::chrono::steady_clock::now();
    const interleave::Result result = interleave::explore(body);
    const std::chrono::duration<double> time =
        std::chrono::steady_clock::now() - start;
    ASSERT_TRUE(result.ok()) << result;
    ASSERT_TRUE(result.exhaustive());
    ASSERT_EQ(result.executions(), executions);
    speed = static_cast<double>(executions) / time.count();
  }
  std::sort(speeds.begin(), speeds.end());
  std::cout << name << ": " << executions << " executions, "
            << static_cast<std::uint64_t>(speeds[rounds / 2]) << " a second\n";
}

template <int Rounds>
void fibonacci() {
  std::atomic<int> i{1};
  std::atomic<int> j{1};
  const auto add = [](std::atomic<int>& to, std::atomic<int>& from) {
    for (int k = 0; k < Rounds; ++k) {
      const int sum = to.load(acquire) + from.load(acquire);
      to.store(sum, release);
    }
  };
  std::thread a{[&] { add(i, j); }};
  std::thread b{[&] { add(j, i); }};
  a.join();
  b.join();
}

void observed_stores() {
  std::atomic<int> x{0};
  std::atomic<int> y{0};
  std::thread a{[&] {
    x.store(1, relaxed);
    y.store(2, relaxed);
  }};
  std::thread b{[&] {
    y.store(1, relaxed);
    x.store(2, relaxed);
  }};
  std::thread c{[&] {
    static_cast<void>(x.load(relaxed));
    static_cast<void>(x.load(relaxed));
  }};
  std::thread d{[&] {
    static_cast<void>(y.load(relaxed));
    static_cast<void>(y.load(relaxed));
  }};
  a.join();
  b.join();
  c.join();
  d.join();
}

template <int N>
void increments() {
  std::atomic<int> x{0};
  std::vector<std::thread> threads;
  for (int k = 0; k < N; ++k) {
    threads.emplace_back([&] { x.fetch_add(1, std::memory_order_acq_rel); });
  }
  for (std::thread& thread : threads) {
    thread.join();
  }
}

/// Two long threads: a hundred events, and four loads that see any of 45
/// stores.
void hundred_events() {
  std::atomic<int> x{0};
  std::atomic<int> y{0};
  std::thread a{[&] {
    for (int k = 0; k < 45; ++k) {
      x.store(k, relaxed);
    }
  }};
  std::thread b{[&] {
    for (int k = 0; k < 45; ++k) {
      y.store(k, relaxed);
    }
    for (int k = 0; k < 3; ++k) {
      static_cast<void>(x.load(relaxed));
    }
  }};
  a.join();
  b.join();
}

}  // namespace

TEST(Speed, ShortGraphs) {
  measure("2+2W with two observers, 19 events", observed_stores, 144);
  measure("three Fibonacci rounds, 24 events", fibonacci<3>, 175);
  measure("four Fibonacci rounds, 30 events", fibonacci<4>, 1'764);
  measure("five Fibonacci rounds, 36 events", fibonacci<5>, 19'404);
  measure("six increments, 31 events", increments<6>, 720);
}

TEST(Speed, LongGraphs) { measure("a hundred events", hundred_events, 17'296); }
