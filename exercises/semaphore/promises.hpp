// SPDX-License-Identifier: MIT
#pragma once

#include <judge.hpp>
#include <thread>
#include <vector>

#include "semaphore_bodies.hpp"

// What a semaphore promises, for the checks of the exercises that build one.

namespace semaphore_promises {

/// Two threads wait, and three tokens come: one is left.
template <class Semaphore>
void keeps_what_nobody_takes() {
  Semaphore semaphore{0};
  std::thread first{[&] { semaphore.acquire(); }};
  std::thread second{[&] { semaphore.acquire(); }};
  semaphore.release(3);
  first.join();
  second.join();
  interleave::require(semaphore.try_acquire(),
                      "the third token is still there");
  interleave::require(!semaphore.try_acquire(), "there is no fourth token");
}

/// One thread has the token twice, one once, so that the token can go and come
/// back between a look and an exchange.
template <class Semaphore>
void excludes_again() {
  Semaphore semaphore{1};
  int number = 0;
  const auto add = [&] {
    semaphore.acquire();
    ++number;
    semaphore.release();
  };
  std::thread other{add};
  add();
  add();
  other.join();
}

template <class Semaphore>
std::vector<judge::promise> of_every_semaphore() {
  using namespace semaphore_bodies;
  return {
      {"HandsOver", hands_over<Semaphore>},
      {"HandsOverFromAll", hands_over_from_all<Semaphore>},
      {"Excludes", excludes<Semaphore>},
      {"ExcludesAgain", excludes_again<Semaphore>},
      {"WakesOneForEach", wakes_one_for_each<Semaphore>},
      {"WakesAsManyAsGiven", wakes_as_many_as_given<Semaphore>},
      {"KeepsWhatNobodyTakes", keeps_what_nobody_takes<Semaphore>},
      {"WaitsOnWhenItIsOvertaken", is_overtaken<Semaphore>},
      {"MayDieWithItsLastToken", dies_with_its_last_token<Semaphore>},
  };
}

}  // namespace semaphore_promises
