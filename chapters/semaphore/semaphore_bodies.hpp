// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <memory>
#include <thread>

// Small programs for the checker, each the smallest that shows one promise of a
// semaphore kept or broken. The chapter's headers, its steps and the readers'
// answers run through the same ones.

namespace semaphore_bodies {

/// Two threads add to a plain number, one token between them.
template <class Semaphore>
void excludes() {
  Semaphore semaphore{1};
  [[maybe_unused]] int number = 0;
  const auto add = [&] {
    semaphore.acquire();
    ++number;
    semaphore.release();
  };
  std::thread other{add};
  add();
  other.join();
}

// [hands_over]
/// One thread prepares something plain and releases; the other takes it.
template <class Semaphore>
void hands_over() {
  Semaphore semaphore{0};
  [[maybe_unused]] int parcel = 0;
  std::thread taker{[&] {
    semaphore.acquire();
    parcel = 2;
  }};
  parcel = 1;
  semaphore.release();
  taker.join();
}
// [/hands_over]

/// Two threads prepare something each; who takes both tokens has both.
template <class Semaphore>
void hands_over_from_all() {
  Semaphore semaphore{0};
  [[maybe_unused]] int first = 0;
  [[maybe_unused]] int second = 0;
  std::thread giver{[&] {
    first = 1;
    semaphore.release();
  }};
  std::thread other{[&] {
    second = 1;
    semaphore.release();
  }};
  semaphore.acquire();
  semaphore.acquire();
  first = second = 2;
  giver.join();
  other.join();
}

// [wakes_one_for_each]
/// Two threads wait; two releases let both go.
template <class Semaphore>
void wakes_one_for_each() {
  Semaphore semaphore{0};
  std::thread first{[&] { semaphore.acquire(); }};
  std::thread second{[&] { semaphore.acquire(); }};
  semaphore.release();
  semaphore.release();
  first.join();
  second.join();
}
// [/wakes_one_for_each]

/// Two threads wait; one release of two tokens lets both go.
template <class Semaphore>
void wakes_as_many_as_given() {
  Semaphore semaphore{0};
  std::thread first{[&] { semaphore.acquire(); }};
  std::thread second{[&] { semaphore.acquire(); }};
  semaphore.release(2);
  first.join();
  second.join();
}

// [dies_with_its_last_token]
/// The thread that takes the last token destroys the semaphore.
template <class Semaphore>
void dies_with_its_last_token() {
  auto owner = std::make_unique<Semaphore>(0);
  Semaphore& semaphore = *owner;
  std::thread taker{[&] {
    semaphore.acquire();
    owner.reset();
  }};
  semaphore.release();
  taker.join();
}
// [/dies_with_its_last_token]

// [keeps_the_token_of_a_deadline]
/// One thread waits for ever, one for a while, and one token comes. If it comes
/// to the hasty one, it is given back.
template <class Semaphore, int milliseconds = 3'600'000>
void keeps_the_token_of_a_deadline() {
  Semaphore semaphore{0};
  std::thread patient{[&] { semaphore.acquire(); }};
  std::thread hasty{[&] {
    constexpr std::chrono::milliseconds timeout{milliseconds};
    if (semaphore.try_acquire_for(timeout)) semaphore.release();
  }};
  semaphore.release();
  patient.join();
  hasty.join();
}
// [/keeps_the_token_of_a_deadline]

// [is_overtaken]
/// An overtaken thread waits on: never more tokens than there were.
template <class Semaphore>
void is_overtaken() {
  Semaphore semaphore{0};
  [[maybe_unused]] int number = 0;
  const auto take = [&] {
    semaphore.acquire();
    ++number;
    semaphore.release();
  };
  std::thread first{take};
  std::thread second{take};
  semaphore.release();
  first.join();
  second.join();
}
// [/is_overtaken]

// [parks_until_unparked]
/// One thread leaves a token for another.
template <class Parker>
void parks_until_unparked() {
  Parker parker;
  [[maybe_unused]] int parcel = 0;
  std::thread waker{[&] {
    parcel = 1;
    parker.unpark();
  }};
  parker.park();
  parcel = 2;
  waker.join();
}
// [/parks_until_unparked]

/// Two threads unpark, one of them with news. The owner parks until it has seen
/// the news, so that a token that is lost, or that shows too little, leaves it
/// asleep.
template <class Parker>
void misses_no_news() {
  Parker parker;
  std::atomic<bool> news{false};
  std::thread other{[&] { parker.unpark(); }};
  std::thread bringer{[&] {
    news.store(true, std::memory_order_relaxed);
    parker.unpark();
  }};
  while (!news.load(std::memory_order_relaxed)) parker.park();
  other.join();
  bringer.join();
}

// [hears_the_second_call]
/// The same with one thread that unparks before it has news and again behind
/// it.
template <class Parker>
void hears_the_second_call() {
  Parker parker;
  std::atomic<bool> news{false};
  std::thread owner{[&] {
    while (!news.load(std::memory_order_relaxed)) parker.park();
  }};
  parker.unpark();
  news.store(true, std::memory_order_relaxed);
  parker.unpark();
  owner.join();
}
// [/hears_the_second_call]

/// The owner destroys the parker as soon as it has the token.
template <class Parker>
void dies_with_its_token() {
  auto parker = std::make_unique<Parker>();
  std::thread waker{[&parker = *parker] { parker.unpark(); }};
  parker->park();
  parker.reset();
  waker.join();
}

/// The owner parks for a while, and the token may come with the deadline.
template <class Parker>
void parks_for_a_while() {
  Parker parker;
  [[maybe_unused]] int parcel = 0;
  std::thread waker{[&] {
    parcel = 1;
    parker.unpark();
  }};
  if (parker.park_for(std::chrono::hours{1})) parcel = 2;
  waker.join();
}

}  // namespace semaphore_bodies
