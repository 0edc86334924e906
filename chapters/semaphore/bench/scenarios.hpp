// SPDX-License-Identifier: MIT
#pragma once

#include <benchmark/benchmark.h>

#include <array>
#include <cstdint>
#include <thread>

#include "benchmarking/processors.hpp"
#include "benchmarking/team.hpp"

/// What each subject is put through.
namespace scenarios {

// Apart, so that the neighbours of a semaphore do not change its time.
template <class T>
struct alignas(128) apart {
  T value;
};

/// Takes the only token and gives it back; nobody else comes.
template <class Semaphore>
void pair(benchmark::State& state) {
  apart<Semaphore> token{Semaphore{1}};
  for (auto _ : state) {
    token.value.acquire();
    // What is guarded stays between the two.
    benchmark::ClobberMemory();
    token.value.release();
  }
}

/// Two threads wake each other by turns: the time of one round, there and
/// back. The processors are indices into those that may be used.
template <class Semaphore>
void ping_pong(benchmark::State& state, std::size_t ours, std::size_t theirs) {
  const auto& processors = benchmarking::processors();
  apart<Semaphore> there{Semaphore{0}};
  apart<Semaphore> back{Semaphore{0}};
  std::thread partner{[&, rounds = state.max_iterations] {
    const benchmarking::pinned place{processors[theirs]};
    for (auto round = rounds; round > 0; --round) {
      there.value.acquire();
      back.value.release();
    }
  }};
  {
    const benchmarking::pinned place{processors[ours]};
    for (auto _ : state) {
      there.value.release();
      back.value.acquire();
    }
  }
  partner.join();
  if (ours != theirs) state.counters["bounce"] = benchmarking::bounce();
}

/// Threads share one token and hold it for a moment: the time from one to the
/// next, whoever has it.
template <class Semaphore>
void contended(benchmark::State& state, int threads) {
  apart<Semaphore> token{Semaphore{1}};
  // Guarded by the token.
  apart<std::int64_t> left{state.max_iterations};
  benchmarking::run_team(state, threads, [&] {
    std::int64_t done = 0;
    for (bool more = true; more; done += more) {
      token.value.acquire();
      more = left.value > 0;
      if (more) --left.value;
      token.value.release();
    }
    return done;
  });
}

/// One thread hands numbers to another through a ring of 64 places: the time
/// of one number. A semaphore counts the places taken, another the free ones.
template <class Semaphore>
void queue(benchmark::State& state) {
  constexpr int places = 64;
  apart<Semaphore> taken{Semaphore{0}};
  apart<Semaphore> free{Semaphore{places}};
  apart<std::array<std::int64_t, places>> ring{};
  std::thread producer{[&, items = state.max_iterations] {
    const benchmarking::pinned place{benchmarking::processors()[1]};
    for (std::int64_t item = 0; item < items; ++item) {
      free.value.acquire();
      ring.value[static_cast<std::size_t>(item % places)] = item;
      taken.value.release();
    }
  }};
  {
    const benchmarking::pinned place{benchmarking::processors()[0]};
    std::int64_t item = 0;
    for (auto _ : state) {
      taken.value.acquire();
      benchmark::DoNotOptimize(
          ring.value[static_cast<std::size_t>(item++ % places)]);
      free.value.release();
    }
  }
  producer.join();
  state.counters["bounce"] = benchmarking::bounce();
}

}  // namespace scenarios
