// SPDX-License-Identifier: MIT
#pragma once

#include <benchmark/benchmark.h>

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <thread>

#include "benchmarking/processors.hpp"

/// What each subject is put through.
namespace scenarios {

/// Even keys are there, odd ones come and go.
template <class Subject>
void fill(Subject& subject, int keys) {
  for (int n = keys; n > 0; --n) subject.insert(2 * n);
}

// A key that is there: a different one each time, all equally often.
class even_keys {
 public:
  explicit even_keys(int keys) : keys_{static_cast<std::uint32_t>(keys)} {}
  int next() {
    state_ = state_ * 1'664'525U + 1'013'904'223U;
    return 2 * static_cast<int>(((state_ >> 8U) * std::uint64_t{keys_}) >>
                                24U) +
           2;
  }

 private:
  std::uint32_t keys_;
  std::uint32_t state_ = 1;
};

template <class Subject>
void look_up(benchmark::State& state, Subject& subject, int keys) {
  const typename Subject::member here{subject};
  even_keys even{keys};
  std::size_t found = 0;
  for (auto _ : state) {
    found += subject.contains(even.next()) ? 1 : 0;
  }
  if (found != static_cast<std::size_t>(state.iterations())) {
    state.SkipWithError("a key was not found");
  }
}

/// The time of one look-up; nobody writes. Another thread is alive and sleeps.
template <class Subject>
void alone(benchmark::State& state, int keys) {
  Subject subject;
  fill(subject, keys);
  std::atomic<bool> done{false};
  std::thread sleeper{[&] { done.wait(false); }};
  {
    const benchmarking::pinned place{benchmarking::processors()[0]};
    look_up(state, subject, keys);
  }
  done = true;
  done.notify_one();
  sleeper.join();
}

/// The time of one look-up, while another thread inserts and erases odd keys
/// without a pause.
template <class Subject>
void with_a_writer(benchmark::State& state, int keys) {
  Subject subject;
  fill(subject, keys);
  std::atomic<bool> done{false};
  std::atomic<bool> begun{false};
  std::int64_t changes = 0;
  std::thread writer{[&] {
    const benchmarking::pinned place{benchmarking::processors()[1]};
    const typename Subject::member here{subject};
    even_keys even{keys};
    while (!done.load(std::memory_order_relaxed)) {
      const int odd = even.next() + 1;
      subject.insert(odd);
      subject.erase(odd);
      changes += 2;
      begun.store(true, std::memory_order_relaxed);
    }
  }};
  while (!begun) std::this_thread::yield();
  {
    const benchmarking::pinned place{benchmarking::processors()[0]};
    look_up(state, subject, keys);
  }
  done = true;
  writer.join();
  state.counters["changes"] =
      static_cast<double>(changes) / static_cast<double>(state.iterations());
}

}  // namespace scenarios
