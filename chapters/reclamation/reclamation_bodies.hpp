// SPDX-License-Identifier: MIT
#pragma once

#undef NDEBUG  // assert is meant in every build
#include <atomic>
#include <cassert>
#include <thread>

#include "locksmith/hazard_pointer.hpp"
#include "locksmith/retired.hpp"

// Small programs for the checker: a session that somebody reads while another
// replaces it. Those for a `Shelf` run through the chapter's steps, those for
// what protects it through the headers.

namespace reclamation_bodies {

// [is_read_and_replaced]
template <class Shelf>
void is_read_and_replaced() {
  Shelf shelf{1};
  std::thread reader{[&] {
    const int user = shelf.read();
    assert(user == 1 || user == 2);
  }};
  shelf.replace(2);
  reader.join();
}
// [/is_read_and_replaced]

// [is_read_by_one]
/// The reader has a number.
template <class Shelf>
void is_read_by_one() {
  Shelf shelf{1};
  std::thread reader{[&] {
    const int user = shelf.read(1);
    assert(user == 1 || user == 2);
  }};
  shelf.replace(2);
  reader.join();
}
// [/is_read_by_one]

// [is_read_online]
/// The reader is online from the beginning.
template <class Shelf>
void is_read_online() {
  Shelf shelf{1};
  shelf.online(1);
  std::thread reader{[&] {
    const int first = shelf.read();
    shelf.quiescent(1);
    const int second = shelf.read();
    shelf.offline(1);
    assert(1 <= first && first <= second && second <= 2);
  }};
  shelf.replace(2);
  reader.join();
}
// [/is_read_online]

// [is_read_by_who_comes]
/// The reader comes online while the session is replaced.
template <class Shelf>
void is_read_by_who_comes() {
  Shelf shelf{1};
  std::thread reader{[&] {
    shelf.online(1);
    const int user = shelf.read();
    shelf.offline(1);
    assert(user == 1 || user == 2);
  }};
  shelf.replace(2);
  reader.join();
}
// [/is_read_by_who_comes]

// [is_read_in_an_epoch]
/// One thread reads and one replaces, while main moves the epoch on.
template <class Shelf>
void is_read_in_an_epoch() {
  Shelf shelf{1};
  std::thread reader{[&] {
    const int user = shelf.read(1);
    assert(user == 1 || user == 2);
  }};
  std::thread writer{[&] { shelf.replace(2); }};
  shelf.advance();
  shelf.advance();
  reader.join();
  writer.join();
}
// [/is_read_in_an_epoch]

// [is_read_over_one_step]
/// A reader, and whoever replaces moves the epoch on once.
template <class Shelf>
void is_read_over_one_step() {
  Shelf shelf{1};
  std::thread reader{[&] {
    const int user = shelf.read(1);
    assert(user == 1 || user == 2);
  }};
  shelf.replace(2);
  shelf.advance();
  reader.join();
}
// [/is_read_over_one_step]

// [is_read_over_two_steps]
/// The same, over two steps.
template <class Shelf>
void is_read_over_two_steps() {
  Shelf shelf{1};
  std::thread reader{[&] {
    const int user = shelf.read(1);
    assert(user == 1 || user == 2);
  }};
  shelf.replace(2);
  shelf.advance();
  shelf.advance();
  reader.join();
}
// [/is_read_over_two_steps]

// [waits_for_a_worker]
/// A thread works by `Worker`, and main waits until it holds nothing.
template <class Domain, class Session, auto Worker>
void waits_for_a_worker() {
  Domain domain;
  std::atomic<Session*> current{new Session{1}};
  std::thread thread{[&] {
    const int user = Worker(domain, current);
    assert(user == 1 || user == 2);
  }};
  Session* const old =
      current.exchange(new Session{2}, std::memory_order_acq_rel);
  domain.synchronize();
  delete old;
  thread.join();
  delete current.load(std::memory_order_relaxed);
}
// [/waits_for_a_worker]

// [is_read_in_a_section]
/// A reader in a domain that knows its threads; main retires what is read.
template <class Domain>
void is_read_in_a_section() {
  struct session : locksmith::reclaimable<session> {
    explicit session(int n) : user{n} {}
    int user;
  };
  Domain domain;
  std::atomic<session*> current{new session{1}};
  std::thread reader{[&] {
    typename Domain::template guard<1> guard{domain};
    const int user = guard.protect(0, current)->user;
    assert(user == 1 || user == 2);
  }};
  session* const old =
      current.exchange(new session{2}, std::memory_order_acq_rel);
  domain.retire(*old);
  reader.join();
  delete current.load(std::memory_order_relaxed);
}
// [/is_read_in_a_section]

// [is_read_by_who_is_online]
/// The same in a domain that is told who reads.
template <class Domain>
void is_read_by_who_is_online() {
  struct session : locksmith::reclaimable<session> {
    explicit session(int n) : user{n} {}
    int user;
  };
  Domain domain;
  std::atomic<session*> current{new session{1}};
  std::thread reader{[&] {
    const typename Domain::participant online{domain};
    const int user = current.load(std::memory_order_acquire)->user;
    assert(user == 1 || user == 2);
  }};
  session* const old =
      current.exchange(new session{2}, std::memory_order_acq_rel);
  domain.retire(*old);
  reader.join();
  domain.barrier();
  delete current.load(std::memory_order_relaxed);
}
// [/is_read_by_who_is_online]

// [is_read_through_a_hazard]
/// The same with a hazard pointer as C++26 has it.
template <class Hazard>
void is_read_through_a_hazard() {
  struct session : locksmith::hazard_pointer_obj_base<session> {
    explicit session(int n) : user{n} {}
    int user;
  };
  std::atomic<session*> current{new session{1}};
  std::thread reader{[&] {
    Hazard hazard = locksmith::make_hazard_pointer();
    const int user = hazard.protect(current)->user;
    assert(user == 1 || user == 2);
  }};
  current.exchange(new session{2}, std::memory_order_acq_rel)->retire();
  reader.join();
  delete current.load(std::memory_order_relaxed);
  locksmith::hazard_pointer_default_domain().reclaim();
}
// [/is_read_through_a_hazard]

}  // namespace reclamation_bodies
