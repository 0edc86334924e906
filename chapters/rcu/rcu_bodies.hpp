// SPDX-License-Identifier: MIT
#pragma once

#undef NDEBUG  // assert is meant in every build
#include <atomic>
#include <cassert>
#include <memory>
#include <mutex>
#include <thread>

// Small programs for the checker, each the smallest that shows one promise kept
// or broken. Those for a `Config` run through the chapter's steps; those for a
// `Domain` or a `Cell` through its headers and the readers' answers.

namespace rcu_bodies {

// [reads_while_one_grows]
/// One thread reads while another changes both numbers.
template <class Config>
void reads_while_one_grows() {
  Config config;
  std::thread reader{[&] {
    const auto& seen = config.read();
    assert(seen.threads == seen.connections);
  }};
  config.grow(1);
  reader.join();
}
// [/reads_while_one_grows]

// [two_grow]
/// Two threads change both numbers.
template <class Config>
void two_grow() {
  Config config;
  std::thread other{[&] { config.grow(1); }};
  config.grow(2);
  other.join();
  assert(config.read().threads == 4);
}
// [/two_grow]

// [grows_twice_beside_another]
/// Two threads change both numbers, one of them twice.
template <class Config>
void grows_twice_beside_another() {
  Config config;
  std::thread other{[&] { config.grow(0, 1); }};
  config.grow(1, 2);
  config.grow(1, 4);
  other.join();
  assert(config.threads() == 8);
}
// [/grows_twice_beside_another]

// [two_read_while_one_grows]
/// Two threads read while another changes both numbers.
template <class Config>
void two_read_while_one_grows() {
  Config config;
  const auto read = [&] {
    const auto& seen = config.read();
    assert(seen.threads == seen.connections);
  };
  std::thread first{read};
  std::thread second{read};
  config.grow(1);
  first.join();
  second.join();
}
// [/two_read_while_one_grows]

// [grows]
/// One thread changes both numbers, as often as it is told to.
template <class Config, int times = 1>
void grows() {
  Config config;
  for (int time = 0; time < times; ++time) config.grow(1);
}
// [/grows]

// [waits_for_a_reader]
/// One thread reads in a section. The other puts something new in the place of
/// what it reads, waits, and frees the old.
template <class Domain>
void waits_for_a_reader() {
  Domain domain;
  std::atomic<int*> current{new int{1}};
  std::thread reader{[&] {
    domain.enter(0);
    const int seen = *current.load(std::memory_order_acquire);
    assert(seen == 1 || seen == 2);
    domain.leave(0);
  }};
  const int* const old = current.exchange(new int{2});
  domain.synchronize();
  delete old;
  reader.join();
  delete current.load();
}
// [/waits_for_a_reader]

// [waits_twice_for_a_reader]
/// The same, with one replacement after another.
template <class Domain>
void waits_twice_for_a_reader() {
  Domain domain;
  std::atomic<int*> current{new int{1}};
  std::thread reader{[&] {
    domain.enter(0);
    const int seen = *current.load(std::memory_order_acquire);
    assert(seen == 1 || seen == 2 || seen == 3);
    domain.leave(0);
  }};
  for (int next = 2; next <= 3; ++next) {
    const int* const old = current.exchange(new int{next});
    domain.synchronize();
    delete old;
  }
  reader.join();
  delete current.load();
}
// [/waits_twice_for_a_reader]

// [waits_for_one_who_reads_again]
/// The reader enters a second section at once.
template <class Domain>
void waits_for_one_who_reads_again() {
  Domain domain;
  std::atomic<int*> current{new int{1}};
  std::thread reader{[&] {
    for (int round = 0; round < 2; ++round) {
      domain.enter(0);
      const int seen = *current.load(std::memory_order_acquire);
      assert(seen == 1 || seen == 2);
      domain.leave(0);
    }
  }};
  const int* const old = current.exchange(new int{2});
  domain.synchronize();
  delete old;
  reader.join();
  delete current.load();
}
// [/waits_for_one_who_reads_again]

// [two_wait_for_a_reader]
/// Two threads wait for one that reads.
template <class Domain>
void two_wait_for_a_reader() {
  Domain domain;
  domain.enter(0);
  std::thread first{[&] { domain.synchronize(); }};
  std::thread second{[&] { domain.synchronize(); }};
  domain.leave(0);
  first.join();
  second.join();
}
// [/two_wait_for_a_reader]

// [ends_before_a_grace_period]
/// A thread that has read ends; another waits for readers.
template <class Domain>
void ends_before_a_grace_period() {
  Domain domain;
  std::thread other{[&] {
    const auto me = std::make_unique<typename Domain::reader>(domain);
    me->enter();
    me->leave();
  }};
  domain.synchronize();
  other.join();
}
// [/ends_before_a_grace_period]

// [reads_in_a_section]
/// The same as waits_for_a_reader, in a domain that knows its threads.
template <class Domain>
void reads_in_a_section() {
  Domain domain;
  std::atomic<int*> current{new int{1}};
  std::thread reader{[&] {
    const std::scoped_lock section{domain};
    const int seen = *current.load(std::memory_order_acquire);
    assert(seen == 1 || seen == 2);
  }};
  const int* const old = current.exchange(new int{2});
  domain.synchronize();
  delete old;
  reader.join();
  delete current.load();
}
// [/reads_in_a_section]

// [updates_from_two]
/// Two threads update a cell.
template <class Cell>
void updates_from_two() {
  Cell cell{0};
  std::thread other{[&] { cell.update([](int& n) { n += 1; }); }};
  cell.update([](int& n) { n += 2; });
  other.join();
  const int sum = cell.read([](const int& n) { return n; });
  assert(sum == 3);
}
// [/updates_from_two]

}  // namespace rcu_bodies
