// SPDX-License-Identifier: MIT
// Prints what several bodies come to. A script runs it again and again, and
// compares.
#include <atomic>
#include <condition_variable>
#include <iostream>
#include <mutex>
#include <semaphore>
#include <thread>

#include "interleave/interleave.hpp"

namespace {

void torn_counter() {
  std::atomic<int> count{0};
  const auto add = [&] { count.store(count.load() + 1); };
  std::thread other{add};
  add();
  other.join();
  interleave::require(count.load() == 2, "both were counted");
}

void racing_message() {
  int data = 0;
  std::atomic<int> flag{0};
  std::thread writer{[&] {
    data = 1;
    flag.store(1, std::memory_order_relaxed);
  }};
  if (flag.load(std::memory_order_acquire) == 1) {
    interleave::require(data == 1, "the data came with the flag");
  }
  writer.join();
}

void lost_wake_up() {
  std::mutex mutex;
  std::condition_variable changed;
  std::thread waiter{[&] {
    std::unique_lock lock{mutex};
    changed.wait(lock);
  }};
  changed.notify_one();
  waiter.join();
}

void semaphore() {
  std::counting_semaphore<1> tokens{1};
  const auto use = [&] {
    tokens.acquire();
    tokens.release();
  };
  std::thread a{use};
  std::thread b{use};
  use();
  a.join();
  b.join();
}

}  // namespace

int main() {
  for (const auto& body :
       {torn_counter, racing_message, lost_wake_up, semaphore}) {
    const interleave::Result result = interleave::explore(body);
    std::cout << result << result.to_json() << '\n';
  }
  std::cout << interleave::audit_orders(racing_message).to_json() << '\n'
            << interleave::audit_orders(semaphore);
}
