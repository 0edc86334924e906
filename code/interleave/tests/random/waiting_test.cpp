// SPDX-License-Identifier: MIT
// Random programs whose threads wait: on locks, futexes, semaphores, condition
// variables and in loops. Whatever a walk at random comes to, the exhaustive
// exploration must come to as well; and none of its graphs comes twice.
#include <gtest/gtest.h>
#include <linux/futex.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <interleave/interleave.hpp>
#include <iostream>
#include <mutex>
#include <random>
#include <semaphore>
#include <string>
#include <thread>
#include <vector>

namespace {

struct shared {
  std::array<std::atomic<int>, 2> x{};
  std::atomic<int> word{0};
  std::mutex mutex;
  std::condition_variable condition;
  bool open = false;
  std::counting_semaphore<4> tokens{0};
};

void say(const std::string& text, int value) {
  interleave::observe(text + std::to_string(value));
}

using operation = std::function<void(shared&)>;

/// One of the operations, on one of the variables, with one of the orders.
operation any(std::mt19937& random) {
  const auto pick = [&](unsigned most) { return random() % most; };
  const std::size_t v = pick(2);
  const int value = static_cast<int>(1 + pick(2));
  const unsigned strength = pick(3);
  constexpr std::array loads{std::memory_order_relaxed,
                             std::memory_order_acquire,
                             std::memory_order_seq_cst};
  constexpr std::array stores{std::memory_order_relaxed,
                              std::memory_order_release,
                              std::memory_order_seq_cst};
  const std::memory_order load = loads[strength];
  const std::memory_order store = stores[strength];
  switch (pick(12)) {
    case 0:
      return [=](shared& s) { s.x[v].store(value, store); };
    case 1:
      return [=](shared& s) { say("x", s.x[v].load(load)); };
    case 2:
      return [=](shared& s) {
        say("f", s.x[v].fetch_add(1, std::memory_order_acq_rel));
      };
    case 3:
      return [=](shared& s) {
        const std::lock_guard lock{s.mutex};
        s.x[v].store(s.x[v].load(std::memory_order_relaxed) + 1,
                     std::memory_order_relaxed);
      };
    case 4:
      return [=](shared& s) {
        while (s.x[v].load(load) == 0) {
        }
      };
    case 5:
      return [=](shared& s) {
        while (s.x[v].exchange(1, std::memory_order_acquire) != 0) {
        }
      };
    case 6:
      return [](shared& s) { s.tokens.release(); };
    case 7:
      return [](shared& s) { s.tokens.acquire(); };
    case 8:
      return [](shared& s) {
        std::unique_lock lock{s.mutex};
        s.condition.wait(lock, [&] { return s.open; });
      };
    case 9:
      return [](shared& s) {
        {
          const std::lock_guard lock{s.mutex};
          s.open = true;
        }
        s.condition.notify_all();
      };
    case 10:
      return [=](shared& s) {
        while (s.word.load(load) == 0) {
          syscall(SYS_futex, &s.word, FUTEX_WAIT_PRIVATE, 0, nullptr);
        }
      };
    default:
      return [=](shared& s) {
        s.word.store(1, store);
        syscall(SYS_futex, &s.word, FUTEX_WAKE_PRIVATE, 1);
      };
  }
}

using program = std::vector<std::vector<operation>>;

program any_program(unsigned seed) {
  std::mt19937 random{seed};
  program threads(2 + random() % 2);
  for (auto& each : threads) {
    const std::size_t length = 1 + random() % (threads.size() == 2 ? 4 : 3);
    while (each.size() < length) each.push_back(any(random));
  }
  return threads;
}

void run(const program& threads) {
  shared state;
  const auto perform = [&](std::size_t thread) {
    for (const operation& each : threads[thread]) each(state);
  };
  std::vector<std::thread> others;
  for (std::size_t t = 1; t < threads.size(); ++t) {
    others.emplace_back(perform, t);
  }
  perform(0);
  for (std::thread& each : others) each.join();
}

TEST(Waiting, WalksComeToNothingElse) {
  constexpr unsigned programs = 500;
  unsigned passed = 0;
  for (unsigned seed = 1; seed <= programs; ++seed) {
    const program threads = any_program(seed);
    interleave::Options options;
    options.spurious_wakeups = false;
    options.count_duplicates = true;
    const auto body = [&] { run(threads); };
    const interleave::Result all = interleave::explore(body, options);
    EXPECT_EQ(all.duplicates(), 0U) << "program " << seed;
    if (!all.ok()) continue;
    ++passed;
    ASSERT_TRUE(all.exhaustive()) << all;
    options.count_duplicates = false;
    options.random_executions = 100;
    options.seed = seed;
    const interleave::Result walks = interleave::explore(body, options);
    ASSERT_TRUE(walks.ok()) << "program " << seed << '\n' << walks;
    for (const auto& [outcome, count] : walks.outcomes()) {
      EXPECT_EQ(all.outcomes().count(outcome), 1U)
          << "program " << seed << ": " << outcome;
    }
  }
  std::cout << programs << " programs with waits, " << passed << " pass\n";
}

}  // namespace
