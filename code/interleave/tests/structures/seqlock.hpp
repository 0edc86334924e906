// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <optional>

#include "orders.hpp"

namespace structures {

struct seqlock_sites {
  enum : std::size_t { begin_fence, publish, first_look, end_fence };
  static constexpr site_list<4> all{{
      {"begin_fence", kind::fence, release},
      {"publish", kind::store, release},
      {"first_look", kind::load, acquire},
      {"end_fence", kind::fence, acquire},
  }};
};

/// A pair of words that readers copy without a lock, and throw away if a
/// writer came by meanwhile. For one writer at a time.
template <order_list<4> Orders>
class seqlock {
 public:
  struct pair {
    int first;
    int second;
  };

  void write(pair value) {
    const unsigned before = sequence_.load(relaxed);
    sequence_.store(before + 1, relaxed);
    // Whoever sees a new word sees the odd sequence when it looks again.
    std::atomic_thread_fence(Orders[at::begin_fence]);
    first_.store(value.first, relaxed);
    second_.store(value.second, relaxed);
    sequence_.store(before + 2, Orders[at::publish]);
  }

  /// One attempt: nothing if a writer is in the way.
  [[nodiscard]] std::optional<pair> try_read() const {
    const unsigned before = sequence_.load(Orders[at::first_look]);
    if (before % 2 != 0) {
      return std::nullopt;
    }
    const pair value{first_.load(relaxed), second_.load(relaxed)};
    std::atomic_thread_fence(Orders[at::end_fence]);
    if (sequence_.load(relaxed) != before) {
      return std::nullopt;
    }
    return value;
  }

 private:
  using at = seqlock_sites;
  std::atomic<unsigned> sequence_{0};
  std::atomic<int> first_{0};
  std::atomic<int> second_{0};
};

}  // namespace structures
