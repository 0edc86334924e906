// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <interleave/interleave.hpp>
#include <thread>

// Small programs for the steps of the chapter: a shelf with one session, which
// somebody reads while another replaces it.

namespace step_bodies {

inline void require_whole(int user) {
  interleave::require(user == 1 || user == 2, "a session is read whole");
}

// [is_read_and_replaced]
template <class Shelf>
void is_read_and_replaced() {
  Shelf shelf{1};
  std::thread reader{[&] { require_whole(shelf.read()); }};
  shelf.replace(2);
  reader.join();
}
// [/is_read_and_replaced]

/// The reader has a number.
template <class Shelf>
void is_read_by_one() {
  Shelf shelf{1};
  std::thread reader{[&] { require_whole(shelf.read(1)); }};
  shelf.replace(2);
  reader.join();
}

/// The reader is online from the beginning.
template <class Shelf>
void is_read_online() {
  Shelf shelf{1};
  shelf.online(1);
  std::thread reader{[&] {
    require_whole(shelf.read());
    shelf.quiescent(1);
    require_whole(shelf.read());
    shelf.offline(1);
  }};
  shelf.replace(2);
  reader.join();
}

/// The reader comes online while the session is replaced.
template <class Shelf>
void is_read_by_who_comes() {
  Shelf shelf{1};
  std::thread reader{[&] {
    shelf.online(1);
    require_whole(shelf.read());
    shelf.offline(1);
  }};
  shelf.replace(2);
  reader.join();
}

/// One thread reads and one replaces, while main moves the epoch on.
template <class Shelf>
void is_read_in_an_epoch() {
  Shelf shelf{1};
  std::thread reader{[&] { require_whole(shelf.read(1)); }};
  std::thread writer{[&] { shelf.replace(2); }};
  shelf.advance();
  shelf.advance();
  reader.join();
  writer.join();
}

/// A reader, and whoever replaces moves the epoch on once.
template <class Shelf>
void is_read_over_one_step() {
  Shelf shelf{1};
  std::thread reader{[&] { require_whole(shelf.read(1)); }};
  shelf.replace(2);
  shelf.advance();
  reader.join();
}

/// The same, over two steps.
template <class Shelf>
void is_read_over_two_steps() {
  Shelf shelf{1};
  std::thread reader{[&] { require_whole(shelf.read(1)); }};
  shelf.replace(2);
  shelf.advance();
  shelf.advance();
  reader.join();
}

/// A thread works by `Worker`, and main waits until it holds nothing.
template <class Domain, class Session, auto Worker>
void waits_for_a_worker() {
  Domain domain;
  std::atomic<Session*> current{new Session{1}};
  std::thread thread{[&] { require_whole(Worker(domain, current)); }};
  Session* const old =
      current.exchange(new Session{2}, std::memory_order_acq_rel);
  domain.synchronize();
  delete old;
  thread.join();
  delete current.load(std::memory_order_relaxed);
}

}  // namespace step_bodies
