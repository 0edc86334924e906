// SPDX-License-Identifier: MIT
#include <atomic>
#include <judge.hpp>
#include <memory>
#include <qsbr_online.hpp>
#include <thread>

#include "testing/actor.hpp"
#include "testing/no_futex.hpp"

namespace {

using exercise::qsbr;
using judge::RealThreads;

// A number that is replaced, and deleted when all have said that they hold it
// no more.
class version {
 public:
  explicit version(qsbr& domain) : domain_{domain} {}
  version(const version&) = delete;
  version& operator=(const version&) = delete;
  ~version() { delete current_.load(std::memory_order_relaxed); }

  // Reads for the thread, which is online.
  [[nodiscard]] int read() const {
    return *current_.load(std::memory_order_acquire);
  }

  void replace(int number) {
    const std::unique_ptr<const int> old{
        current_.exchange(new int{number}, std::memory_order_acq_rel)};
    domain_.synchronize();
  }

 private:
  qsbr& domain_;
  std::atomic<const int*> current_{new int{1}};
};

void look_at(const version& version) {
  const int seen = version.read();
  interleave::require(1 <= seen && seen <= 3, "a version is read whole");
}

/// One thread comes, reads and goes.
void comes_and_goes() {
  qsbr domain;
  version version{domain};
  std::thread reader{[&] {
    domain.online(0);
    look_at(version);
    domain.offline(0);
  }};
  version.replace(2);
  reader.join();
}

/// It is quiescent in between, and holds nothing.
void is_quiescent() {
  qsbr domain;
  version version{domain};
  std::thread reader{[&] {
    domain.online(0);
    look_at(version);
    domain.quiescent(0);
    look_at(version);
    domain.offline(0);
  }};
  version.replace(2);
  reader.join();
}

/// It goes and comes back.
void comes_back() {
  qsbr domain;
  version version{domain};
  std::thread reader{[&] {
    domain.online(1);
    look_at(version);
    domain.offline(1);
    domain.online(1);
    look_at(version);
    domain.offline(1);
  }};
  version.replace(2);
  reader.join();
}

/// Two versions are deleted while it reads.
void is_replaced_twice() {
  qsbr domain;
  version version{domain};
  std::thread reader{[&] {
    domain.online(0);
    look_at(version);
    domain.offline(0);
  }};
  version.replace(2);
  version.replace(3);
  reader.join();
}

/// Two threads read.
void waits_for_both() {
  qsbr domain;
  version version{domain};
  const auto read = [&](std::size_t thread) {
    domain.online(thread);
    look_at(version);
    domain.offline(thread);
  };
  std::thread first{read, 0};
  std::thread second{read, 1};
  version.replace(2);
  first.join();
  second.join();
}

const bool promises = judge::in_every_execution({
    {"ComesAndGoes", comes_and_goes},
    {"IsQuiescent", is_quiescent},
    {"ComesBack", comes_back},
    {"IsReplacedTwice", is_replaced_twice},
    {"WaitsForBoth", waits_for_both},
});

TEST_F(RealThreads, GoOnWhenTheOtherIsQuiescent) {
  qsbr domain;
  domain.online(0);
  domain.online(1);
  domain.quiescent(1);
  testing_support::actor deleter{[&] { domain.synchronize(); }};
  deleter.until_asleep();
  EXPECT_FALSE(deleter.done()) << "neither thread has been quiescent since";
  domain.quiescent(0);
  domain.quiescent(1);
  deleter.until_asleep();
  EXPECT_TRUE(deleter.done()) << "it sleeps, though both have been quiescent";
  domain.offline(0);
  domain.offline(1);
}

TEST_F(RealThreads, ReadWhatIsThere) {
  qsbr domain;
  version version{domain};
  constexpr int last = 1'000;
  const testing_support::actor reader{[&] {
    for (int before = 1; before < last;) {
      domain.online(0);
      for (int round = 0; round < 10; ++round) {
        const int seen = version.read();
        EXPECT_GE(seen, before) << "no older version after a newer";
        before = seen;
        domain.quiescent(0);
      }
      domain.offline(0);
      std::this_thread::yield();
    }
  }};
  for (int next = 2; next <= last; ++next) version.replace(next);
}

[[noreturn]] void use_without_a_sleeper() {
  qsbr domain;
  testing_support::run_without_futex([&] {
    for (int round = 0; round < 100; ++round) {
      domain.online(0);
      domain.quiescent(0);
      domain.offline(0);
      domain.synchronize();
    }
  });
}

TEST_F(RealThreads, StayOutOfTheKernelWhenNobodySleeps) {
  EXPECT_EXIT(use_without_a_sleeper(), testing::ExitedWithCode(0), "")
      << "a futex system call was made, though nobody sleeps";
}

}  // namespace
