// SPDX-License-Identifier: MIT
#include "benchmarking/processors.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <limits>
#include <thread>

namespace benchmarking {
namespace {

std::vector<int> find_processors() {
  cpu_set_t usable;
  CPU_ZERO(&usable);
  ::sched_getaffinity(0, sizeof usable, &usable);
  std::vector<int> found;
  for (int processor = 0; processor < CPU_SETSIZE; ++processor) {
    if (CPU_ISSET(processor, &usable)) found.push_back(processor);
  }
  return found;
}

}  // namespace

const std::vector<int>& processors() {
  static const std::vector<int> found = find_processors();
  return found;
}

pinned::pinned(int processor) {
  ::sched_getaffinity(0, sizeof before_, &before_);
  cpu_set_t one;
  CPU_ZERO(&one);
  CPU_SET(processor, &one);
  ::sched_setaffinity(0, sizeof one, &one);
}

pinned::~pinned() { ::sched_setaffinity(0, sizeof before_, &before_); }

double bounce() {
  constexpr int tries = 10;
  constexpr int rounds = 200;
  alignas(128) std::atomic<int> line{0};
  std::thread partner{[&] {
    const pinned there{processors()[1]};
    for (int turn = 1; turn < 2 * tries * rounds; turn += 2) {
      while (line.load(std::memory_order_acquire) != turn) {
      }
      line.store(turn + 1, std::memory_order_release);
    }
  }};
  const pinned here{processors()[0]};
  // The quickest of some tries: an interrupt only ever adds.
  double best = std::numeric_limits<double>::max();
  int turn = 0;
  for (int i = 0; i < tries; ++i) {
    const auto start = std::chrono::steady_clock::now();
    for (int round = 0; round < rounds; ++round) {
      line.store(turn + 1, std::memory_order_release);
      turn += 2;
      while (line.load(std::memory_order_acquire) != turn) {
      }
    }
    const std::chrono::duration<double, std::nano> passed =
        std::chrono::steady_clock::now() - start;
    best = std::min(best, passed.count() / rounds);
  }
  partner.join();
  return best;
}

}  // namespace benchmarking
