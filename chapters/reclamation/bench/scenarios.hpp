// SPDX-License-Identifier: MIT
#pragma once

#include <benchmark/benchmark.h>

#include <atomic>
#include <chrono>
#include <memory>
#include <thread>

#include "benchmarking/processors.hpp"

/// What each subject is put through.
namespace scenarios {

// A visitor in another thread, which goes on with something until the scope
// ends.
template <class Subject, class Work>
class beside {
 public:
  beside(Subject& subject, Work work)
      : thread_{[this, &subject, work] {
          const benchmarking::pinned place{benchmarking::processors().back()};
          typename Subject::visitor visitor{subject};
          auto part = work;
          while (!done_.load(std::memory_order_relaxed)) part(visitor);
        }} {}
  beside(const beside&) = delete;
  beside& operator=(const beside&) = delete;
  ~beside() {
    done_.store(true, std::memory_order_relaxed);
    thread_.join();
  }

 private:
  std::atomic<bool> done_{false};
  std::thread thread_;
};

template <class Subject>
void keep_reading(benchmark::State& state, Subject& subject) {
  const benchmarking::pinned place{benchmarking::processors().front()};
  typename Subject::visitor visitor{subject};
  for (auto _ : state) benchmark::DoNotOptimize(visitor.read());
}

/// One read after another; a second thread is alive and sleeps.
template <class Subject>
void read_alone(benchmark::State& state) {
  const auto subject = std::make_unique<Subject>();
  keep_reading(state, *subject);
}

/// The same beside a thread that reads as well.
template <class Subject>
void read_together(benchmark::State& state) {
  const auto subject = std::make_unique<Subject>();
  const beside other{*subject, [](typename Subject::visitor& visitor) {
                       for (int round = 0; round < 10'000; ++round) {
                         benchmark::DoNotOptimize(visitor.read());
                       }
                     }};
  keep_reading(state, *subject);
}

/// The same beside a thread that replaces the number once in a microsecond.
template <class Subject>
void read_beside_changes(benchmark::State& state) {
  const auto subject = std::make_unique<Subject>();
  const beside writer{*subject,
                      [due = std::chrono::steady_clock::now()](
                          typename Subject::visitor& visitor) mutable {
                        while (std::chrono::steady_clock::now() < due) {
                        }
                        due += std::chrono::microseconds{1};
                        visitor.change(1);
                      }};
  keep_reading(state, *subject);
}

/// One change after another: a new object, and the old one retired.
template <class Subject>
void retire(benchmark::State& state) {
  const auto subject = std::make_unique<Subject>();
  const benchmarking::pinned place{benchmarking::processors().front()};
  typename Subject::visitor visitor{*subject};
  int next = 0;
  for (auto _ : state) visitor.change(++next);
}

/// The same beside a thread that reads all the time.
template <class Subject>
void retire_beside_reads(benchmark::State& state) {
  const auto subject = std::make_unique<Subject>();
  const beside other{*subject, [](typename Subject::visitor& visitor) {
                       for (int round = 0; round < 1'000; ++round) {
                         benchmark::DoNotOptimize(visitor.read());
                       }
                     }};
  const benchmarking::pinned place{benchmarking::processors().front()};
  typename Subject::visitor visitor{*subject};
  int next = 0;
  for (auto _ : state) visitor.change(++next);
}

struct nothing {
  struct visitor {
    explicit visitor(nothing& /*of*/) {}
    void work() {}
  };
};

template <void (*Fence)()>
void keep_passing(benchmark::State& state) {
  const benchmarking::pinned place{benchmarking::processors().front()};
  std::atomic<int> word{0};
  for (auto _ : state) {
    word.store(1, std::memory_order_relaxed);
    Fence();
    benchmark::DoNotOptimize(word.load(std::memory_order_relaxed));
  }
}

/// One fence after another.
template <void (*Fence)()>
void fence(benchmark::State& state) {
  keep_passing<Fence>(state);
}

/// The same beside a thread that is busy.
template <void (*Fence)()>
void fence_beside_work(benchmark::State& state) {
  nothing subject;
  const beside other{subject, [](nothing::visitor& who) { who.work(); }};
  keep_passing<Fence>(state);
}

}  // namespace scenarios
