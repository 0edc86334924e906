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

// A thread that goes on with something until the scope ends.
template <class Work>
class beside {
 public:
  explicit beside(Work work)
      : thread_{[this, work] {
          const benchmarking::pinned place{benchmarking::processors().back()};
          while (!done_.load(std::memory_order_relaxed)) work();
        }} {}
  ~beside() {
    done_.store(true, std::memory_order_relaxed);
    thread_.join();
  }
  beside(const beside&) = delete;
  beside& operator=(const beside&) = delete;

 private:
  std::atomic<bool> done_{false};
  std::thread thread_;
};

template <class Subject>
void keep_reading(benchmark::State& state, Subject& subject) {
  const benchmarking::pinned place{benchmarking::processors().front()};
  const typename Subject::visitor visit{subject};
  for (auto _ : state) benchmark::DoNotOptimize(subject.read());
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
  const beside other{[&subject = *subject] {
    const typename Subject::visitor visit{subject};
    for (int round = 0; round < 10'000; ++round) {
      benchmark::DoNotOptimize(subject.read());
    }
  }};
  keep_reading(state, *subject);
}

/// The same beside a thread that changes the number a thousand times a second,
/// or as often as it can.
template <class Subject>
void read_beside_changes(benchmark::State& state,
                         std::chrono::milliseconds pause) {
  const auto subject = std::make_unique<Subject>();
  const beside writer{[&subject = *subject, pause] {
    const typename Subject::visitor visit{subject};
    for (int next = 0; next < 10; ++next) {
      subject.change(next);
      if (pause.count() > 0) std::this_thread::sleep_for(pause);
    }
  }};
  keep_reading(state, *subject);
}

/// One change after another, with a thread that reads all the time.
template <class Subject>
void change(benchmark::State& state) {
  const auto subject = std::make_unique<Subject>();
  const beside reader{[&subject = *subject] {
    const typename Subject::visitor visit{subject};
    for (int round = 0; round < 10'000; ++round) {
      benchmark::DoNotOptimize(subject.read());
    }
  }};
  const benchmarking::pinned place{benchmarking::processors().front()};
  int next = 0;
  for (auto _ : state) subject->change(++next);
}

}  // namespace scenarios
