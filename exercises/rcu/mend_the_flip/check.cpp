// SPDX-License-Identifier: MIT
#include <array>
#include <atomic>
#include <cstddef>
#include <judge.hpp>
#include <mend_the_flip.hpp>
#include <thread>

#include "testing/actor.hpp"

namespace {

using exercise::domain;
using judge::RealThreads;

// A value whose versions are numbered, and freed after a grace period.
class versions {
 public:
  versions() = default;
  versions(const versions&) = delete;
  versions& operator=(const versions&) = delete;
  ~versions() { delete current_.load(std::memory_order_relaxed); }

  int read(std::size_t reader) {
    domain_.lock(reader);
    const int seen = *current_.load(std::memory_order_acquire);
    domain_.unlock(reader);
    return seen;
  }

  void replace(int next) {
    const int* const old =
        current_.exchange(new int{next}, std::memory_order_acq_rel);
    domain_.synchronize();
    delete old;
  }

 private:
  domain domain_;
  std::atomic<int*> current_{new int{1}};
};

/// One thread reads, and so many versions are replaced.
template <int Times>
void is_read_while_it_is_replaced() {
  versions value;
  std::thread reader{[&] {
    interleave::require(value.read(0) >= 1, "a version is read whole");
  }};
  for (int next = 2; next < 2 + Times; ++next) value.replace(next);
  reader.join();
}

/// The same reader comes twice.
void is_read_again() {
  versions value;
  std::thread reader{[&] {
    const int seen = value.read(0);
    interleave::require(value.read(0) >= seen,
                        "no older version after a newer");
  }};
  value.replace(2);
  value.replace(3);
  reader.join();
}

/// Both readers read.
void is_read_by_both() {
  versions value;
  std::thread first{[&] { value.read(0); }};
  std::thread second{[&] { value.read(1); }};
  value.replace(2);
  first.join();
  second.join();
}

/// Two threads replace it at the same time.
void has_two_writers() {
  versions value;
  std::thread reader{[&] { value.read(1); }};
  std::thread writer{[&] { value.replace(2); }};
  value.replace(3);
  reader.join();
  writer.join();
}

const bool promises = judge::in_every_execution({
    {"WaitsForAReader", is_read_while_it_is_replaced<1>},
    {"WaitsForAStalledReader", is_read_while_it_is_replaced<2>},
    {"WaitsForOneThatStalledForLong", is_read_while_it_is_replaced<9>},
    {"WaitsForOneWhoComesAgain", is_read_again},
    {"WaitsForBoth", is_read_by_both},
    {"WaitsForEachWriter", has_two_writers},
});

TEST_F(RealThreads, ReadWhatIsThere) {
  versions value;
  std::atomic<bool> done{false};
  const testing_support::actor reader{[&] {
    for (int last = 1; !done;) {
      const int seen = value.read(0);
      ASSERT_GE(seen, last) << "no older version after a newer";
      last = seen;
      std::this_thread::yield();
    }
  }};
  for (int version = 2; version < 1'000; ++version) value.replace(version);
  done = true;
}

}  // namespace
